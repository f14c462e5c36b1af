package dev.keywright.server.authorization;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Holds a property against many random inputs, other ones in each run. A failure names the seed of its input;
 * {@code -Dkeywright.seed=…} tries that one alone.
 */
final class Property {
    private Property() {}

    static void holds(int times, Consumer<RandomGenerator> property) {
        Long only = Long.getLong("keywright.seed");
        SplittableRandom seeds = new SplittableRandom();
        for (int i = 0; i < (only == null ? times : 1); i++) {
            long seed = only == null ? seeds.nextLong() : only;
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("does not hold for -Dkeywright.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
