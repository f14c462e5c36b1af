package dev.keywright.server.authorization;

import java.util.List;
import java.util.Optional;

/**
 * What a decision came to.
 *
 * @param outcome what the caller is told
 * @param next the row as it shall be; empty when nothing changes
 * @param consequences what follows beyond the row, carried out in the same transaction
 */
public record Verdict<O>(O outcome, Optional<Authorization> next, List<Consequence> consequences) {
    /** Nothing changes. */
    static <O> Verdict<O> unchanged(O outcome) {
        return new Verdict<>(outcome, Optional.empty(), List.of());
    }

    /** The row changes and nothing else. */
    static <O> Verdict<O> changed(O outcome, Authorization next) {
        return new Verdict<>(outcome, Optional.of(next), List.of());
    }
}
