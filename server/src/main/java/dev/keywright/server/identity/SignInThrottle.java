package dev.keywright.server.identity;

import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.SignInFailures;
import dev.keywright.server.store.SignInFailures.Decided;
import dev.keywright.server.store.SignInFailures.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords. Failures are counted by where they come from, for one account and for all: beyond a
 * few, each must wait twice as long as the one before, a minute at most. An account has no counter that others could use up:
 * its owner gets in from another place, and from a browser in which the owner was signed in before, which counts apart.
 */
final class SignInThrottle {
    private static final int FREE_FOR_ONE_ACCOUNT = 5;
    private static final int FREE_FOR_ALL = 30;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SignInFailures failures;

    /** Counts by these. */
    SignInThrottle(SignInFailures failures) {
        this.failures = failures;
    }

    /** Where a sign-in comes from. */
    sealed interface From {
        /** A browser in which the owner of the account was signed in before. */
        record KnownDevice(String id) implements From {}

        /** Any other, by its address. */
        record Address(String address) implements From {}
    }

    /**
     * Counts an attempt before it is made, as if it failed: of several at once each is seen. Gives how long to wait when it is
     * too early, and then it must not be made and is not counted.
     */
    Optional<Duration> begin(From from, String account, Instant now) {
        List<SecretHash> places = places(from, account);
        return failures.decide(places, known -> {
            Map<SecretHash, Failures> next = new HashMap<>();
            int free = FREE_FOR_ONE_ACCOUNT;
            for (SecretHash place : places) {
                Failures before = current(known, place, now);
                Optional<Duration> wait = wait(before, free, now);
                if (wait.isPresent()) {
                    return new Decided<>(wait, Map.of());
                }
                next.put(place, new Failures(before.count() + 1, now));
                free = FREE_FOR_ALL;
            }
            return new Decided<>(Optional.empty(), next);
        });
    }

    /** Takes back what was counted: the attempt succeeded, or was not made after all. */
    void takeBack(From from, String account, Instant now, boolean succeeded) {
        List<SecretHash> places = places(from, account);
        failures.decide(places, known -> {
            Map<SecretHash, Failures> next = new HashMap<>();
            for (SecretHash place : places) {
                Failures counted = current(known, place, now);
                boolean all = succeeded && place.equals(places.getFirst());
                next.put(place, new Failures(all ? 0 : Math.max(0, counted.count() - 1), counted.last()));
            }
            return new Decided<>(true, next);
        });
    }

    /** The one for this account first. */
    private static List<SecretHash> places(From from, String account) {
        return switch (from) {
            case From.KnownDevice(String id) -> List.of(SecretHash.of("device " + id));
            case From.Address(String address) ->
                List.of(SecretHash.of("pair " + address + " " + account), SecretHash.of("address " + address));
        };
    }

    private static Optional<Duration> wait(Failures failures, int free, Instant now) {
        if (failures.count() < free) {
            return Optional.empty();
        }
        long seconds = 1L << Math.min(failures.count() - free, 16);
        Duration delay = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        Duration left = Duration.between(now, failures.last().plus(delay));
        return Optional.of(left).filter(Duration::isPositive);
    }

    private static Failures current(Map<SecretHash, Failures> known, SecretHash place, Instant now) {
        return Optional.ofNullable(known.get(place))
                .filter(failures -> now.isBefore(failures.last().plus(PasswordSignIn.FAILURES_COUNT_FOR)))
                .orElse(new Failures(0, now));
    }
}
