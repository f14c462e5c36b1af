package dev.keywright.server.authorization.explorer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock that both nodes go by.
 *
 * @param wentBack whether it was set back, which it is at most once
 */
record Clock(Instant now, boolean wentBack) {
    private static final Duration BACKWARD = Duration.ofSeconds(30);

    /** The steps it may take, given those that it may take forward. */
    List<Duration> steps(List<Duration> forward) {
        List<Duration> steps = new ArrayList<>(forward);
        if (!wentBack) {
            steps.add(BACKWARD.negated());
        }
        return steps;
    }

    /** By how much it may still be set back. */
    Duration mayStillGoBack() {
        return wentBack ? Duration.ZERO : BACKWARD;
    }

    Clock moved(Duration by) {
        return new Clock(now.plus(by), wentBack || by.isNegative());
    }
}
