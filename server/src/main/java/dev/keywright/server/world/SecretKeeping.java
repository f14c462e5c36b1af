package dev.keywright.server.world;

/** What becomes of the client secrets in a world file. */
public enum SecretKeeping {
    /** Kept readable, to be shown again, and made when left out: the emulator. */
    READABLE,
    /**
     * Kept as hashes alone: production. A secret must be given, since one that is made could never be read; it has at
     * least 32 characters and is none of the built-in world's, which the whole world knows.
     */
    HASHED
}
