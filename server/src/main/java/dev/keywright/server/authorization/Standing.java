package dev.keywright.server.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a genuine token stands to its row, in the order in which it is checked: the row is alive, then the generation. The
 * one place that knows what the rotation grace covers; refresh, introspection and bearer check all ask it.
 */
public sealed interface Standing {
    /** Of the row's own generation. */
    record Current(Issue issue) implements Standing {}

    /** Of the generation before, and within the grace. */
    record Previous(Issue issue) implements Standing {}

    /** Of an older generation than the grace covers. */
    record Replaced(long presented, long current) implements Standing {}

    /** Of a generation that the row has not reached: the database was restored from a backup. */
    record Ahead(long presented, long current) implements Standing {}

    /** Made with another key than the row recorded for that generation: a stolen key, or one whose id was reused. */
    record OtherKey(KeyId presented) implements Standing {}

    /** The row's idle or absolute lifetime is over. */
    record Outlived(Instant end) implements Standing {}

    /** The row ended. */
    record Over(Ended ended) implements Standing {}

    /** Decides how {@code token}, which names {@code row}, stands at {@code now}. */
    static Standing of(Token token, Authorization row, AuthorizationPolicy policy, Instant now) {
        return switch (row.state()) {
            case Pending pending -> new Ahead(token.generation(), 0);
            case Ended ended -> new Over(ended);
            case Active active -> {
                Optional<Instant> end = policy.endOf(row, active);
                yield end.isPresent() && !now.isBefore(end.get())
                        ? new Outlived(end.get())
                        : of(token, active, policy.rotationGrace(), now);
            }
        };
    }

    private static Standing of(Token token, Active active, Duration grace, Instant now) {
        long behind = active.generation() - token.generation();
        if (behind < 0) {
            return new Ahead(token.generation(), active.generation());
        }
        if (behind == 0) {
            return active.current().keyId().equals(token.keyId())
                    ? new Current(active.current())
                    : new OtherKey(token.keyId());
        }
        if (behind == 1 && active.previous().isPresent()) {
            Issue previous = active.previous().get();
            if (!previous.keyId().equals(token.keyId())) {
                return new OtherKey(token.keyId());
            }
            if (elapsed(active.current().since(), now).compareTo(grace) < 0) {
                return new Previous(previous);
            }
        }
        return new Replaced(token.generation(), active.generation());
    }

    /** The time since {@code then}; a clock that went back counts as no time at all. */
    private static Duration elapsed(Instant then, Instant now) {
        return now.isBefore(then) ? Duration.ZERO : Duration.between(then, now);
    }
}
