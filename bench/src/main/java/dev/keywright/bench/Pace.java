package dev.keywright.bench;

import java.time.Duration;

/** How long the figures of one run take: thorough, or just long enough to see that all is well. */
enum Pace {
    THOROUGH(Duration.ofSeconds(5), Duration.ofSeconds(10)),
    QUICK(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final Duration warmUp;
    private final Duration measured;

    Pace(Duration warmUp, Duration measured) {
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /** How long a load runs before it counts. */
    Duration warmUp() {
        return warmUp;
    }

    /** How long a load counts. */
    Duration measured() {
        return measured;
    }
}
