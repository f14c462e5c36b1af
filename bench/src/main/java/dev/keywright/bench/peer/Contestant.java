package dev.keywright.bench.peer;

/**
 * One server of the comparison, as the table names it.
 *
 * @param store where it keeps what it knows; empty: nowhere
 */
public record Contestant(String name, String store, Standing standing) {
    /** Its name and its store. */
    public String label() {
        return store.isEmpty() ? name : name + ", " + store;
    }

    /** What it is compared as. */
    public enum Standing {
        /** The bare web server. */
        FLOOR,
        /** Keywright. */
        KEYWRIGHT,
        /** A peer whose answers wait until they are on disk. */
        SYNCED_PEER,
        /** A peer that forgets all when it ends. */
        PEER_IN_MEMORY,
        /** A peer on a store that was made for this comparison: shown, and not judged. */
        TUNED_PEER
    }
}
