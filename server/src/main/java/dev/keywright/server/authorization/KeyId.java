package dev.keywright.server.authorization;

/**
 * Names a MAC key; a token says it in four bits.
 *
 * @param value 0 to 15
 */
public record KeyId(int value) {
    /** How many keys there can be at once. */
    public static final int LIMIT = 16;

    public KeyId {
        if (value < 0 || value >= LIMIT) {
            throw new IllegalArgumentException("a key id is 0 to 15, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
