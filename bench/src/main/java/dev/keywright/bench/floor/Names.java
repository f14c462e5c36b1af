package dev.keywright.bench.floor;

/** What things are called in the answers: the seeded server uses the same names, so that its answers are as long. */
public final class Names {
    /** The person who allowed the connection. */
    public static final String PERSON = "Ada Lovelace";

    /** The person's address. */
    public static final String EMAIL = "ada@example.com";

    /** The workspace. */
    public static final String WORKSPACE = "Analytical Engines";

    /** The connection. */
    public static final String CONNECTION = "Difference";

    private Names() {}
}
