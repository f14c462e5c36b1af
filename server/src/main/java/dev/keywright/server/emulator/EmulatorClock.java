package dev.keywright.server.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The emulator's time: real time, or real time moved on, or a moment that stands still. It never goes back but by a reset.
 * A seeded clock begins at a fixed moment and moves only when it is moved, so that what depends on time can be repeated.
 */
public final class EmulatorClock implements InstantSource {
    /** When a seeded clock begins. */
    public static final Instant SEEDED_START = Instant.parse("2026-01-01T00:00:00Z");

    /** The last moment that it can be moved to: whatever begins then can still end. */
    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final InstantSource real;
    private final boolean seeded;
    private Duration ahead = Duration.ZERO;
    private Optional<Instant> still;

    /** A clock; a seeded one stands at {@link #SEEDED_START}. */
    public EmulatorClock(InstantSource real, boolean seeded) {
        this.real = real;
        this.seeded = seeded;
        this.still = start();
    }

    private Optional<Instant> start() {
        return seeded ? Optional.of(SEEDED_START) : Optional.empty();
    }

    @Override
    public synchronized Instant instant() {
        return still.orElseGet(() -> real.instant().plus(ahead));
    }

    /** Whether time passes by itself. */
    public synchronized boolean running() {
        return still.isEmpty();
    }

    /** Moves on to a moment, from which time runs on unless the clock is seeded; false when it is past or beyond the last. */
    public synchronized boolean set(Instant moment) {
        return !moment.isBefore(instant()) && moveTo(moment);
    }

    /** Moves on by a duration, as {@link #set} does. */
    public synchronized boolean advance(Duration by) {
        return !by.isNegative() && moveTo(instant().plus(by));
    }

    private boolean moveTo(Instant moment) {
        if (moment.isAfter(LAST)) {
            return false;
        }
        if (seeded) {
            still = Optional.of(moment);
        } else {
            ahead = Duration.between(real.instant(), moment);
            still = Optional.empty();
        }
        return true;
    }

    /** Stands still from now on. */
    public synchronized void stop() {
        still = Optional.of(instant());
    }

    /** Returns to real time, or to where a seeded clock began. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
        still = start();
    }
}
