package dev.keywright.server.store.sqlite;

/** What an answer waits for. */
public enum Durability {
    /**
     * The disk: what was answered survives a loss of power. SQLite syncs its checkpoints, and the {@link Syncer} its
     * commits.
     */
    SYNCED("NORMAL"),
    /** Nothing: for a folder that is deleted at exit. */
    NOT_SYNCED("OFF");

    private final String synchronous;

    Durability(String synchronous) {
        this.synchronous = synchronous;
    }

    /** The value of SQLite's pragma {@code synchronous}. */
    String synchronous() {
        return synchronous;
    }
}
