package dev.keywright.server.settings;

import java.util.Locale;

/** What the server is started for. */
public enum Command {
    /** For developers of connections: a laptop or a test run. */
    EMULATE,
    /** For production. */
    SERVE;

    /** The word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
