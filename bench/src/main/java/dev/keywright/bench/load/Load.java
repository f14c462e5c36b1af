package dev.keywright.bench.load;

import java.time.Duration;

/**
 * How much and how long.
 *
 * @param connections how many connections, each with one request under way
 * @param warmUp how long requests are sent before they count
 * @param measured how long they count
 */
public record Load(int connections, Duration warmUp, Duration measured) {
    public Load {
        if (connections < 1) {
            throw new IllegalArgumentException("a load has at least one connection, not " + connections);
        }
    }
}
