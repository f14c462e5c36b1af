package dev.keywright.server.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a new password must be: long, and not one that everybody tries first (NIST SP 800-63B §3.1.1.2). No recipe beyond. */
public final class PasswordRules {
    /** The least length, in characters. */
    public static final int LEAST = 12;

    /** The most that is hashed. */
    public static final int MOST = 256;

    /** Of twelve characters and more, the ones that lists of leaked passwords have most often; in small letters. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "123456789012345",
            "1234567890123456",
            "123123123123",
            "123456123456",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "adminadminadmin",
            "administrator",
            "changemechangeme",
            "correcthorsebatterystaple",
            "iloveyou1234",
            "letmeinletmein",
            "passwordpassword",
            "password1234",
            "password12345",
            "password123456",
            "qwerty123456",
            "qwertyqwerty",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "welcome12345",
            "zaq12wsxcde3");

    private PasswordRules() {}

    /** What is wrong with a new password for the person with this email; empty when nothing is. */
    public static Optional<String> complaint(String password, String email) {
        int length = password.codePointCount(0, password.length());
        String folded = password.toLowerCase(Locale.ROOT);
        if (length < LEAST) {
            return Optional.of(
                    "Choose at least " + LEAST + " characters. A few words in a row are easy to keep in mind.");
        }
        if (length > MOST) {
            return Optional.of("Choose at most " + MOST + " characters.");
        }
        if (COMMON.contains(folded) || folded.codePoints().distinct().count() < 4) {
            return Optional.of("This password is one of those that are tried first. Choose another.");
        }
        if (folded.equals(email.toLowerCase(Locale.ROOT)) || folded.contains("keywright")) {
            return Optional.of("The password is too close to your email or to the name of this server.");
        }
        return Optional.empty();
    }
}
