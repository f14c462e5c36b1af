package dev.keywright.server.web;

import dev.keywright.protocol.Clip;

/** Names that somebody chose, as pages show them: on one line, not endless, and without what turns the direction of text. */
public final class Shown {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TITLE = 160;

    private Shown() {}

    /** The name of an app, a person or a workspace. */
    public static String name(String name) {
        return Clip.text(name, LONGEST_NAME);
    }

    /** The title of a page. */
    public static String title(String title) {
        return title.isBlank() ? "Untitled" : Clip.text(title, LONGEST_TITLE);
    }
}
