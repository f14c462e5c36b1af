package dev.keywright.server.authorization.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real decisions hold every invariant in every interleaving, to a depth. One request takes three steps from its
 * arrival to its answer (four on slow nodes), so thirteen steps are a redemption, three more requests and a step of the
 * clock, on two nodes in any order.
 *
 * <p>The everyday run walks five million worlds in about half a minute; {@code -Dkeywright.long=true} walks two to four
 * steps further, to more than thirty million, for which it wants some minutes and 6 GB of memory.
 *
 * <p>Covers, as far as pure decisions can: D1, D2, D3, D5, E1, E2, E3, E5, E6, E7, E10, F4, F6, G8, G16, and I1 to I7.
 */
@Execution(ExecutionMode.SAME_THREAD)
class AuthorizationExplorerTest {
    private static final boolean LONG = Boolean.getBoolean("keywright.long");

    /** How far a walk goes, and how many worlds it cannot do without. */
    record Walk(Setup setup, int depth, int floor) {}

    static Walk[] walks() {
        return new Walk[] {
            new Walk(Setup.GRACE, LONG ? 15 : 13, 2_600_000),
            new Walk(Setup.SLOW_NODES, LONG ? 14 : 11, 700_000),
            new Walk(Setup.NO_GRACE, LONG ? 17 : 14, 1_200_000),
            new Walk(Setup.LIFETIMES, LONG ? 16 : 12, 700_000),
        };
    }

    @ParameterizedTest
    @MethodSource("walks")
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void everyInvariantHoldsInEveryInterleaving(Walk walk) {
        long start = System.nanoTime();

        AuthorizationExplorer.Report report =
                AuthorizationExplorer.of(walk.setup()).walk(walk.depth());

        System.out.printf(
                "explored %s: %,d worlds, %,d steps, depth %d, %d s%n",
                walk.setup(),
                report.worlds(),
                report.steps(),
                walk.depth(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(report.breach()).isEmpty();
        assertThat(report.worlds()).isGreaterThan(walk.floor());
    }

    @Test
    void aWalkMeetsEveryAnswerThereIs() {
        Set<String> reasons = new TreeSet<>();
        Decisions listening = new Decisions() {
            @Override
            public void came(Answer answer) {
                reasons.add(answer.reason());
            }
        };

        new AuthorizationExplorer(Setup.LIFETIMES, listening, EnumSet.of(Invariant.I7)).walk(11);

        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "code already used",
                        "code expired",
                        "disconnected",
                        "ended before",
                        "foreign code",
                        "foreign refresh token",
                        "foreign token to revoke",
                        "not honoured: Outlived",
                        "not honoured: Over",
                        "redeemed",
                        "refresh token replayed",
                        "refreshed",
                        "refreshed again",
                        "revoked",
                        "revoked when it had ended");
    }
}
