package dev.keywright.server.store.postgres;

/** What PostgreSQL keeps of text: every character but one. */
final class Text {
    private static final char NUL = '\u0000';

    private Text() {}

    /** The text with its NULs shown by the character for that, which a {@code text} can hold. Nothing else changes. */
    static String storable(String text) {
        return text.indexOf(NUL) < 0 ? text : text.replace(NUL, '\u2400');
    }
}
