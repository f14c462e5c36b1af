package dev.keywright.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens what a stranger sent before it is shown in a message. */
public final class Clip {
    private static final int NAME = 40;
    private static final int URI = 200;
    private static final int SECRET_ENDS = 4;
    private static final int SHOWN_WHOLE = 5 * SECRET_ENDS;
    private static final int SECRET_DIGITS = 4;
    private static final Pattern QUERY_VALUE = Pattern.compile("(?<==)[^=&?#]{20,}");

    private Clip() {}

    /** A name or value that is no secret, on one line and at most 40 characters. */
    public static String name(String text) {
        return text(text, NAME);
    }

    /**
     * What stands where a known word should, {@code grant_type} say. It may be a code, token or secret in the wrong place:
     * a long one with digits in it is shown as a secret is.
     */
    public static String word(String text) {
        return text.length() < SHOWN_WHOLE
                        || text.chars().filter(Character::isDigit).count() < SECRET_DIGITS
                ? name(text)
                : secret(text);
    }

    /** A client id: a UUID as it is, for it is no secret; anything else as a {@link #word}. */
    public static String clientId(String text) {
        return Uuids.exact(text).isPresent() ? text : word(text);
    }

    /** A URI on one line and at most 200 characters; long values in its query are shown as secrets are: it may bring a code. */
    public static String uri(String text) {
        return text(
                QUERY_VALUE.matcher(text).replaceAll(value -> Matcher.quoteReplacement(secret(value.group()))), URI);
    }

    /** A value that is no secret, on one line and at most {@code length} characters. */
    public static String text(String text, int length) {
        String oneLine =
                text.replaceAll("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "\u00b7");
        return oneLine.length() <= length ? oneLine : oneLine.substring(0, length) + "\u2026";
    }

    /** A secret by its first and last characters; a short one shows nothing. */
    public static String secret(String secret) {
        return secret.length() < SHOWN_WHOLE
                ? "\u2026"
                : text(
                        secret.substring(0, SECRET_ENDS) + "\u2026" + secret.substring(secret.length() - SECRET_ENDS),
                        NAME);
    }
}
