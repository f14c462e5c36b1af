package dev.keywright.server.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** What people type into forms: whether it is a name or an email, and what is said when it is not. */
public final class Texts {
    static final String BUSY = "The server is busy at this moment. Try again in a few seconds.";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;\\\\]+@[^\\s@<>\"(),:;\\\\]+");

    private Texts() {}

    /** What is wrong with a name; {@code what} goes behind "Type". */
    public static Optional<String> nameProblem(String what, String name) {
        if (name.isBlank()) {
            return Optional.of("Type " + what + ".");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of("Type " + what + " of at most " + LONGEST_NAME + " characters.");
        }
        return name.codePoints().anyMatch(Texts::isUnseen)
                ? Optional.of("Type " + what + " without control characters.")
                : Optional.empty();
    }

    static Optional<String> emailProblem(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches()
                ? Optional.empty()
                : Optional.of("Type an email address, such as ada@example.com.");
    }

    /** What would change how the text around it reads: controls, and marks that turn the direction of writing. */
    private static boolean isUnseen(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200E
                || point == 0x200F;
    }
}
