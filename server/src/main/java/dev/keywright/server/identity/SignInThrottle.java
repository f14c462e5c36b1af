package dev.keywright.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** The places that are remembered; the one unused longest makes room. */
    private static final int PLACES = 20_000;

    /** The failures of one place. */
    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> places = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > PLACES;
        }
    };

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
    synchronized Optional<Duration> begin(From from, String account, Instant now) {
        List<String> keys = keys(from, account);
        for (int i = 0; i < keys.size(); i++) {
            Optional<Duration> wait = wait(keys.get(i), i == 0 ? FREE_FOR_ONE_ACCOUNT : FREE_FOR_ALL, now);
            if (wait.isPresent()) {
                return wait;
            }
        }
        for (String key : keys) {
            Failures before = current(key, now);
            places.put(key, new Failures(before.count() + 1, now));
        }
        return Optional.empty();
    }

    /** Takes back what was counted: the attempt succeeded, or was not made after all. */
    synchronized void takeBack(From from, String account, Instant now, boolean succeeded) {
        List<String> keys = keys(from, account);
        for (int i = 0; i < keys.size(); i++) {
            Failures counted = current(keys.get(i), now);
            if ((succeeded && i == 0) || counted.count() <= 1) {
                places.remove(keys.get(i));
            } else {
                places.put(keys.get(i), new Failures(counted.count() - 1, counted.last()));
            }
        }
    }

    private static List<String> keys(From from, String account) {
        return switch (from) {
            case From.KnownDevice(String id) -> List.of("device " + id);
            case From.Address(String address) -> List.of("pair " + address + " " + account, "address " + address);
        };
    }

    private Optional<Duration> wait(String key, int free, Instant now) {
        Failures failures = current(key, now);
        if (failures.count() < free) {
            return Optional.empty();
        }
        long seconds = 1L << Math.min(failures.count() - free, 16);
        Duration delay = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        Duration left = Duration.between(now, failures.last().plus(delay));
        return Optional.of(left).filter(Duration::isPositive);
    }

    private Failures current(String key, Instant now) {
        return Optional.ofNullable(places.get(key))
                .filter(failures -> now.isBefore(failures.last().plus(FORGOTTEN_AFTER)))
                .orElse(new Failures(0, now));
    }
}
