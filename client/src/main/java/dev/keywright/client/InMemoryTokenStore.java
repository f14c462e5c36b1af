package dev.keywright.client;

import java.util.Optional;

/** Keeps tokens in memory: for tests, and for tools that live as long as their tokens. Safe to share between threads. */
public final class InMemoryTokenStore implements TokenStore {
    private Optional<TokenPair> kept = Optional.empty();

    /** An empty store. */
    public InMemoryTokenStore() {}

    /**
     * Keeps a pair, whatever was kept before: the person has authorized.
     *
     * @param pair of the exchange, not of a refresh, for which there is {@link #replace}
     */
    public synchronized void save(TokenPair pair) {
        kept = Optional.of(pair);
    }

    /** Forgets the pair: the person has disconnected. */
    public synchronized void clear() {
        kept = Optional.empty();
    }

    @Override
    public synchronized Optional<TokenPair> load() {
        return kept;
    }

    @Override
    public synchronized boolean replace(TokenPair expected, TokenPair next) {
        if (!kept.equals(Optional.of(expected))) {
            return false;
        }
        kept = Optional.of(next);
        return true;
    }
}
