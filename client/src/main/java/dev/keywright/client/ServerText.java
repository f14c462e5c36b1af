package dev.keywright.client;

/** Words that a server chose and that an app may log: one line, and not too long, whatever was sent. */
final class ServerText {
    private static final int MAX_LENGTH = 500;

    private ServerText() {}

    static String oneLine(String text) {
        String clipped = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        return clipped.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }
}
