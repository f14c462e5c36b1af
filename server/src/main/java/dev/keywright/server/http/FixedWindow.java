package dev.keywright.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts by key within one minute after the other; the minutes are those of the clock. What was counted in an earlier
 * minute is forgotten, so that memory is bounded by what comes in one.
 */
public final class FixedWindow {
    private static final long SECONDS = Duration.ofMinutes(1).toSeconds();

    private final int limit;
    private final Map<Object, Integer> counts = new HashMap<>();
    private long minute;

    /** Lets so many of each key through in a minute. */
    public FixedWindow(int limit) {
        this.limit = limit;
    }

    /** Counts one, unless that would be more than the limit: then gives how long it is until the minute is over. */
    public synchronized Optional<Duration> take(Object key, Instant now) {
        Optional<Duration> wait = exhausted(key, now);
        if (wait.isEmpty()) {
            counts.merge(key, 1, Integer::sum);
        }
        return wait;
    }

    /** Counts one, whether or not there was room. */
    public synchronized void add(Object key, Instant now) {
        turnTo(now);
        counts.merge(key, 1, Integer::sum);
    }

    /** How long it is until the minute is over, when the limit of this key is reached. */
    public synchronized Optional<Duration> exhausted(Object key, Instant now) {
        turnTo(now);
        return counts.getOrDefault(key, 0) < limit
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(SECONDS - Math.floorMod(now.getEpochSecond(), SECONDS)));
    }

    /** Forgets what was counted. */
    public synchronized void clear() {
        counts.clear();
    }

    private void turnTo(Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), SECONDS);
        // Other, not later: the emulator's clock can be set back.
        if (current != minute) {
            minute = current;
            counts.clear();
        }
    }
}
