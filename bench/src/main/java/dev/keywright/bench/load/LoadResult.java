package dev.keywright.bench.load;

import java.time.Duration;
import java.util.Optional;

/**
 * What a load came to.
 *
 * @param measured how long requests counted
 * @param latencies of the requests answered in that time, from before the write to after the whole answer
 * @param errors wrong and missing answers, those of the warm-up included
 * @param firstError what the first of them looked like
 */
public record LoadResult(Duration measured, Histogram latencies, long errors, Optional<String> firstError) {
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    /** Answers a second. */
    public double requestsPerSecond() {
        return latencies.count() * (double) Duration.ofSeconds(1).toNanos() / measured.toNanos();
    }

    /** The median latency. */
    public Duration p50() {
        return latencies.percentile(MEDIAN);
    }

    /** The latency that 99 of 100 requests stay within. */
    public Duration p99() {
        return latencies.percentile(TAIL);
    }
}
