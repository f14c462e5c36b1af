package dev.keywright.server.store.postgres;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.authorization.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those of a group who ask about the same row, one after the other: each decides on what the one before left. Ends with
 * one that has consequences, so that these are carried out before anything else is decided.
 */
final class Chain {
    private final GroupReads.Found before;
    private final List<Asked<?>> decided = new ArrayList<>();
    private Authorization next;
    private List<Consequence> consequences = List.of();

    Chain(GroupReads.Found row) {
        before = row;
        next = row.grant().authorization();
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
        return before.grant().authorization().id();
    }

    /** Whose rows what follows from the decision is written to. */
    BotId bot() {
        return next.bot();
    }

    /** The version that the first of them decided on. */
    long versionBefore() {
        return before.grant().authorization().version();
    }

    /** The row as it shall be. */
    Authorization next() {
        return next;
    }

    boolean hasChanged() {
        return next.version() != versionBefore();
    }

    List<Consequence> consequences() {
        return consequences;
    }

    List<Asked<?>> asked() {
        return decided;
    }

    /** Tells them that what they decided is so. */
    void answer() {
        GroupReads.Found now = before.as(next, acting());
        decided.forEach(asked -> asked.answer(now));
    }

    /** The row's bot, which only what follows from a decision can have changed. */
    private Optional<Bot> acting() {
        Optional<Bot> bot = before.grant().bot();
        for (Consequence consequence : consequences) {
            if (consequence instanceof Consequence.InstallBot(Bot installed)) {
                bot = Optional.of(installed);
            }
        }
        return bot.filter(installed -> next.state() instanceof Active);
    }
}
