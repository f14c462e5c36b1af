package dev.keywright.server.identity;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes and checks password hashes, two at once: each takes a core for tens of milliseconds and 19 MiB, and the token
 * endpoint needs cores too. A few more wait their turn; beyond that the answer is to come again.
 */
public final class Passwords {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 32;

    private final RandomGenerator random;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final AtomicInteger inside = new AtomicInteger();
    private final PasswordHash nobodys;

    /** Salts come from {@code random}. */
    public Passwords(RandomGenerator random) {
        this.random = random;
        this.nobodys = PasswordHash.ofNoPassword(random);
    }

    /** What a password turned out to be. */
    public sealed interface Checked {
        /** The right one; {@code better} is its hash with today's parameters, when the kept one is weaker. */
        record Right(Optional<String> better) implements Checked {}

        /** Not the right one, or there is none to compare with: both take the same time. */
        record Wrong() implements Checked {}

        /** Too many wait; nothing was compared. */
        record Busy() implements Checked {}
    }

    /** Checks a password against the PHC string that is kept, if one is. */
    public Checked check(String password, Optional<String> phc) {
        return inTurn(() -> compared(password, phc)).orElseGet(Checked.Busy::new);
    }

    private Checked compared(String password, Optional<String> phc) {
        Optional<PasswordHash> kept = phc.flatMap(PasswordHash::parse);
        boolean same = kept.orElse(nobodys).matches(password);
        if (!same || kept.isEmpty()) {
            return new Checked.Wrong();
        }
        return new Checked.Right(kept.filter(PasswordHash::isWeak)
                .map(weak -> PasswordHash.of(password, random).phc()));
    }

    /** The PHC string of a new password; empty when too many wait. */
    public Optional<String> hash(String password) {
        return inTurn(() -> PasswordHash.of(password, random).phc());
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        if (inside.incrementAndGet() > AT_ONCE + WAITING) {
            inside.decrementAndGet();
            return Optional.empty();
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return Optional.of(work.get());
            } finally {
                turns.release();
            }
        } finally {
            inside.decrementAndGet();
        }
    }
}
