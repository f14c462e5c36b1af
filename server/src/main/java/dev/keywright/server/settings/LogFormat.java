package dev.keywright.server.settings;

/** How a line of the log is written. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs: a JSON object a line. */
    JSON
}
