package dev.keywright.bench;

import java.time.Duration;

/** How long the figures of one run take: thorough, or just long enough to see that all is well. */
enum Pace {
    THOROUGH(Duration.ofSeconds(10), Duration.ofSeconds(5), 3, 20, 100_000, 1_000_000, 7, Duration.ofSeconds(10)),
    QUICK(Duration.ofSeconds(2), Duration.ofSeconds(2), 1, 4, 10_000, 100_000, 2, Duration.ofSeconds(2));

    private static final int TIMES_MANY = 10;

    private final Duration warmUp;
    private final Duration measured;
    private final int rounds;
    private final int shortRounds;
    private final int refreshes;
    private final int many;
    private final int starts;
    private final Duration settling;

    Pace(
            Duration warmUp,
            Duration measured,
            int rounds,
            int shortRounds,
            int refreshes,
            int many,
            int starts,
            Duration settling) {
        this.warmUp = warmUp;
        this.measured = measured;
        this.rounds = rounds;
        this.shortRounds = shortRounds;
        this.refreshes = refreshes;
        this.many = many;
        this.starts = starts;
        this.settling = settling;
    }

    /** How long a load runs before it counts, the first time it runs. */
    Duration warmUp() {
        return warmUp;
    }

    /** How long a load counts. */
    Duration measured() {
        return measured;
    }

    /** How often floor and server take turns. */
    int rounds() {
        return rounds;
    }

    /** How often servers take turns of a second each, where a small difference is looked for. */
    int shortRounds() {
        return shortRounds;
    }

    /** How often one authorization is refreshed to see whether the database grows. */
    int refreshes() {
        return refreshes;
    }

    /** How many authorizations are many. */
    int many() {
        return many;
    }

    /** How many authorizations there are where the size itself is what is looked at. */
    int mostOfAll() {
        return TIMES_MANY * many;
    }

    /** How often each server is started. */
    int starts() {
        return starts;
    }

    /** How long after its ready line a server's memory is measured. */
    Duration settling() {
        return settling;
    }
}
