package dev.keywright.bench.peer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a server did at the number of connections at which it did most.
 *
 * @param perSecond answers a second
 * @param p99 the latency that 99 of 100 requests stayed within, at these connections
 */
public record Best(int connections, double perSecond, Duration p99) {
    /** The one with the most answers a second; of equals the first. Refuses none at all. */
    public static Best of(List<Best> all) {
        return all.stream()
                .max(Comparator.comparingDouble(Best::perSecond))
                .orElseThrow(() -> new IllegalArgumentException("nothing was measured"));
    }

    /** How often the other's answers are in this one's. */
    double times(Best other) {
        return perSecond / other.perSecond;
    }
}
