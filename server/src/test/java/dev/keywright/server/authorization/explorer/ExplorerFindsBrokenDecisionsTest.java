package dev.keywright.server.authorization.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A walk that finds nothing is worth as much as what it would have found: each decision broken on purpose is found. */
class ExplorerFindsBrokenDecisionsTest {
    /** More steps than any of them needs, fewer than the real decisions hold. */
    private static final int DEPTH = 11;

    @ParameterizedTest
    @EnumSource
    void aBrokenDecisionIsFound(BrokenDecisions decisions) {
        assertFound(decisions, decisions.broken);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenRefreshIsFound(BrokenRefreshes decisions) {
        assertFound(decisions, decisions.broken);
    }

    @Test
    void theStoryOfABreachTellsEveryStep() {
        String story = find(BrokenDecisions.A_WRITE_THAT_DOES_NOT_COMPARE, Invariant.I2)
                .orElseThrow()
                .toString();

        assertThat(story)
                .startsWith("I2 (a code leads to at most one authorization) does not hold after:")
                .containsSubsequence(
                        "1. node 0 is asked: OWNER presents the code",
                        "2. node 1 is asked: OWNER presents the code",
                        "3. node 0 writes, if nobody else did",
                        "4. node 1 writes, if nobody else did",
                        "node 1 answering: redeemed; version 2 active in generation 1 of key 1");
    }

    private static void assertFound(Decisions decisions, Invariant broken) {
        assertThat(find(decisions, broken))
                .map(AuthorizationExplorer.Breach::invariant)
                .contains(broken);
    }

    private static Optional<AuthorizationExplorer.Breach> find(Decisions decisions, Invariant broken) {
        Setup setup = broken == Invariant.I5 ? Setup.LIFETIMES : Setup.GRACE;
        return new AuthorizationExplorer(setup, decisions, EnumSet.of(broken))
                .walk(DEPTH)
                .breach();
    }
}
