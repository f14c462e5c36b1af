package dev.keywright.bench.traffic;

import java.util.SplittableRandom;

/**
 * Picks authorizations for one connection out of its own share of a population, so that no two connections refresh the
 * same one at once.
 */
final class Pick {
    private final SplittableRandom random;
    private final int share;
    private final int connection;
    private final int connections;

    /** Another {@code random} for each load: the same would name the same authorizations again, in the same order. */
    Pick(SplittableRandom random, int population, int connection, int connections) {
        if (population < connections) {
            throw new IllegalArgumentException("each connection needs an authorization of its own");
        }
        this.random = random;
        this.share = population / connections;
        this.connection = connection;
        this.connections = connections;
    }

    /** One of the share. */
    int any() {
        return connection + connections * random.nextInt(share);
    }

    /** The same one each time. */
    int first() {
        return connection;
    }
}
