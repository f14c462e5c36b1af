package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenKind;

/** What tells one token pair of the explored authorization from another: all else in a token follows from it. */
record Pair(long generation, KeyId key) {
    private static final int KEYS = 2;

    static Pair of(Active state) {
        return new Pair(state.generation(), state.current().keyId());
    }

    /** The pair that {@link #index()} is the number of. */
    static Pair at(int index) {
        return new Pair(index / KEYS + 1, new KeyId(index % KEYS));
    }

    /** Numbers the pairs from 0: by generation, then by key. */
    int index() {
        return ((int) generation - 1) * KEYS + key.value();
    }

    Token token(TokenKind kind) {
        return new Token(kind, key, generation, Setup.ID);
    }

    @Override
    public String toString() {
        return "generation " + generation + " of key " + key;
    }
}
