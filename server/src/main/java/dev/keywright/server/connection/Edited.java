package dev.keywright.server.connection;

/** What an edit came to. */
public sealed interface Edited {
    /** The connection is another now. */
    record Changed(Connection next) implements Edited {}

    /** It is so already. */
    record Unchanged() implements Edited {}

    /** Somebody else changed the connection since the developer looked at it; nothing was done. */
    record Stale() implements Edited {}

    /** It cannot be so; {@code reason} is a sentence for the developer. */
    record Refused(String reason) implements Edited {}
}
