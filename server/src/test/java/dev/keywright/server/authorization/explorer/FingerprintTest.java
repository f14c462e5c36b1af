package dev.keywright.server.authorization.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a fingerprint leaves out makes no difference: a walk that takes worlds of one fingerprint for one reaches the same
 * fingerprints as a walk that tells any two worlds apart.
 */
class FingerprintTest {
    private static final int DEPTH = 7;

    static Stream<Setup> setups() {
        return Stream.of(Setup.GRACE, Setup.SLOW_NODES, Setup.NO_GRACE, Setup.LIFETIMES);
    }

    @ParameterizedTest
    @MethodSource("setups")
    void worldsOfOneFingerprintHaveTheSameFuture(Setup setup) {
        Set<Long> told = reached(setup, world -> world);
        Set<Long> taken = reached(setup, Fingerprint::of);

        assertThat(taken.equals(told))
                .as("%d fingerprints, and %d if worlds are told apart", taken.size(), told.size())
                .isTrue();
    }

    /** The fingerprints of all worlds that are reached when worlds with the same {@code sameness} are walked once. */
    private static Set<Long> reached(Setup setup, Function<World, Object> sameness) {
        World start = World.of(setup, Decisions.REAL);
        Set<Object> seen = new HashSet<>(Set.of(sameness.apply(start)));
        Set<Long> fingerprints = new HashSet<>(Set.of(Fingerprint.of(start)));
        List<World> worlds = List.of(start);
        for (int level = 0; level < DEPTH; level++) {
            List<World> next = new ArrayList<>();
            for (World world : worlds) {
                for (Step step : world.steps()) {
                    World after = world.after(step);
                    if (seen.add(sameness.apply(after))) {
                        fingerprints.add(Fingerprint.of(after));
                        next.add(after);
                    }
                }
            }
            worlds = next;
        }
        return fingerprints;
    }
}
