package dev.keywright.bench.floor;

/** What things are called in the answers: the seeded server uses the same names, so that its answers are as long. */
public final class Names {
    /** The person who allowed the connection. */
    public static final String PERSON = "Ada Lovelace";

    private static final int LONGEST_NUMBER = 6;

    /** The workspace. */
    public static final String WORKSPACE = "Analytical Engines";

    /** Every page. */
    public static final String PAGE = "Notes on the Analytical Engine";

    /** The connection. */
    public static final String CONNECTION = "Difference";

    private Names() {}

    /** The person's address: all have the same name and length, and each has one of his own. */
    public static String email(int person) {
        String number = Integer.toString(person);
        return "ada" + "0".repeat(LONGEST_NUMBER - number.length()) + number + "@example.com";
    }
}
