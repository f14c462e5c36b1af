package dev.keywright.server.store;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decisions that no endpoint makes. */
public final class Decisions {
    private Decisions() {}

    /** What to decide on a row that is there. */
    public interface Deciding {
        /** The verdict. */
        Verdict<Authorization> on(Authorization row);
    }

    /** A decision on a row that is there. */
    public static Decision<Authorization> of(Deciding deciding) {
        return new Decision<>() {
            @Override
            public Verdict<Authorization> decide(Authorization row) {
                return deciding.on(row);
            }

            @Override
            public Authorization unknown() {
                throw new AssertionError("the row is there");
            }
        };
    }

    /** Ends the row. */
    public static Decision<Authorization> ending(EndReason why, Instant now) {
        return of(row -> {
            Authorization over = row.ended(why, now);
            return new Verdict<>(over, Optional.of(over), List.of());
        });
    }

    /** Changes nothing. */
    public static Decision<Authorization> reading() {
        return of(row -> new Verdict<>(row, Optional.empty(), List.of()));
    }

    /** Says {@code known} or "unknown". */
    public static Decision<String> unknownOr(String known) {
        return new Decision<>() {
            @Override
            public Verdict<String> decide(Authorization row) {
                return new Verdict<>(known, Optional.empty(), List.of());
            }

            @Override
            public String unknown() {
                return "unknown";
            }
        };
    }
}
