package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.authorization.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Those of a group who ask about the same row, one after the other: each decides on what the one before left. Ends with
 * one that has consequences, so that these are carried out before anything else is decided.
 */
final class Chain {
    private final Authorization before;
    private final List<Asked<?>> decided = new ArrayList<>();
    private Authorization next;
    private List<Consequence> consequences = List.of();

    Chain(Authorization row) {
        before = row;
        next = row;
    }

    /** Whether a group can see to these consequences. */
    interface Room {
        boolean isFor(List<Consequence> consequences);
    }

    /** Lets one decide; false when it has to wait for the next group. */
    <O> boolean add(Asked<O> asked, Room room) {
        if (!consequences.isEmpty()) {
            return false;
        }
        Verdict<O> verdict;
        try {
            verdict = asked.decide(next);
        } catch (RuntimeException | Error e) {
            asked.fail(e);
            return true;
        }
        if (!verdict.consequences().isEmpty() && !room.isFor(verdict.consequences())) {
            return false;
        }
        decided.add(asked);
        next = verdict.next().orElse(next);
        consequences = verdict.consequences();
        return true;
    }

    AuthorizationId id() {
        return before.id();
    }

    /** The version that the first of them decided on. */
    long versionBefore() {
        return before.version();
    }

    /** The row as it shall be. */
    Authorization next() {
        return next;
    }

    boolean hasChanged() {
        return next.version() != before.version();
    }

    List<Consequence> consequences() {
        return consequences;
    }

    List<Asked<?>> asked() {
        return decided;
    }
}
