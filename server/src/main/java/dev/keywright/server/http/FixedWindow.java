package dev.keywright.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets so many of each key through in one minute after the other; the minutes are those of the clock. Others may count the
 * same keys elsewhere: here it is remembered only which keys have no room left in this minute, so that these cost nothing.
 */
public final class FixedWindow {
    private static final long SECONDS = Duration.ofMinutes(1).toSeconds();

    private final int limit;
    private final Counter counter;
    private final AtomicReference<Minute> current = new AtomicReference<>(new Minute(0, 0));

    /** Counts. */
    public interface Counter {
        /** Counts one of a key in a minute since 1970; gives how many that makes. */
        int count(String key, long minute);
    }

    /**
     * A minute, and what has no room left in it.
     *
     * @param round how often everything was forgotten before
     */
    private record Minute(long number, int round, Set<String> exhausted) {
        Minute(long number, int round) {
            this(number, round, ConcurrentHashMap.newKeySet());
        }

        /** Other, not later: the emulator's clock can be set back. */
        Minute at(long minute) {
            return minute == number ? this : new Minute(minute, round);
        }
    }

    /** Lets so many of each key through in a minute, by what {@code counter} says. */
    public FixedWindow(int limit, Counter counter) {
        this.limit = limit;
        this.counter = counter;
    }

    /** Counts one, unless that would be more than the limit: then gives how long it is until the minute is over. */
    public Optional<Duration> take(String key, Instant now) {
        Optional<Duration> wait = exhausted(key, now);
        return wait.isPresent() || add(key, now) <= limit ? wait : Optional.of(untilTheMinuteIsOver(now));
    }

    /** Counts one, whether or not there was room; gives how many that makes. */
    public int add(String key, Instant now) {
        Minute minute = minute(now);
        // What was forgotten stays counted, under a name that is not asked for again.
        int number = counter.count(minute.round() + " " + key, minute.number());
        if (number >= limit) {
            minute.exhausted().add(key);
        }
        return number;
    }

    /** How long it is until the minute is over, when the limit of this key was reached and that was seen here. */
    public Optional<Duration> exhausted(String key, Instant now) {
        return minute(now).exhausted().contains(key) ? Optional.of(untilTheMinuteIsOver(now)) : Optional.empty();
    }

    /** Forgets what was counted. */
    public void clear() {
        current.updateAndGet(minute -> new Minute(minute.number(), minute.round() + 1));
    }

    private Minute minute(Instant now) {
        long number = Math.floorDiv(now.getEpochSecond(), SECONDS);
        return current.updateAndGet(minute -> minute.at(number));
    }

    private static Duration untilTheMinuteIsOver(Instant now) {
        return Duration.ofSeconds(SECONDS - Math.floorMod(now.getEpochSecond(), SECONDS));
    }
}
