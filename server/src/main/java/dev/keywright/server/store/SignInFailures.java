package dev.keywright.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How often signing in failed, by the place it came from, as all servers on the same data count it together. */
public interface SignInFailures {
    /** The failures of one place; the last one was then. */
    record Failures(int count, Instant last) {}

    /** What is made of the failures of some places. It must be pure: it may run more than once. */
    interface Rule<R> {
        /** Decides by the failures of those of the places that have any. */
        Decided<R> on(Map<SecretHash, Failures> failures);
    }

    /**
     * What a rule came to.
     *
     * @param next what is known of places from now on; one with no failures is forgotten, one that is not named stays
     */
    record Decided<R>(R answer, Map<SecretHash, Failures> next) {}

    /** Runs the rule on these places as one transaction, and gives its answer. Places are known by their hashes alone. */
    <R> R decide(List<SecretHash> places, Rule<R> rule);

    /** Forgets at most {@code most} places whose last failure was before; gives how many. */
    int sweep(Instant before, int most);
}
