package dev.keywright.protocol;

/** Shortens what a stranger sent before it is shown in a message. */
public final class Clip {
    private static final int NAME = 40;
    private static final int SECRET_ENDS = 4;

    private Clip() {}

    /** A name or value that is no secret, on one line and at most 40 characters. */
    public static String name(String text) {
        return text(text, NAME);
    }

    /** A value that is no secret, on one line and at most {@code length} characters. */
    public static String text(String text, int length) {
        String oneLine = text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "\u00b7");
        return oneLine.length() <= length ? oneLine : oneLine.substring(0, length) + "\u2026";
    }

    /** A secret by its first and last characters; a short one shows nothing. */
    public static String secret(String secret) {
        return secret.length() < 5 * SECRET_ENDS
                ? "\u2026"
                : text(
                        secret.substring(0, SECRET_ENDS) + "\u2026" + secret.substring(secret.length() - SECRET_ENDS),
                        NAME);
    }
}
