package dev.keywright.server.authorization;

import java.util.Optional;

/**
 * Redeemed and alive.
 *
 * @param generation how often the pair has been made: 1 after redemption, one more a refresh
 * @param current how the pair of this generation was made
 * @param previous how the pair of the generation before was made; empty in generation 1
 */
public record Active(long generation, Issue current, Optional<Issue> previous) implements State {
    /** Generation 1. */
    static Active first(Issue issue) {
        return new Active(1, issue, Optional.empty());
    }

    /** The generation after this one. */
    Active next(Issue issue) {
        return new Active(generation + 1, issue, Optional.of(current));
    }
}
