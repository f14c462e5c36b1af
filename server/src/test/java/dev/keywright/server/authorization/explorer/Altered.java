package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A decision with another one put in its place. */
record Altered<O>(Decision<O> real, Function<Authorization, Verdict<O>> instead) implements Decision<O> {
    @Override
    public Verdict<O> decide(Authorization row) {
        return instead.apply(row);
    }

    @Override
    public O unknown() {
        return real.unknown();
    }

    /** Nothing is written. */
    static <O> Verdict<O> answered(O outcome) {
        return new Verdict<>(outcome, Optional.empty(), List.of());
    }

    /** The row becomes {@code next}. */
    static <O> Verdict<O> written(O outcome, Authorization next) {
        return new Verdict<>(outcome, Optional.of(next), List.of());
    }
}
