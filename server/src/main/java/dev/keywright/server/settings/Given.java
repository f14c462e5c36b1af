package dev.keywright.server.settings;

/** A value for a setting as somebody gave it, not yet read. */
record Given(Setting<?> setting, String text, Source source) {
    /** The setting with where this value came from, to begin a message: {@code port (flag --port)}. */
    String name() {
        return setting.name() + " (" + source.words() + ")";
    }
}
