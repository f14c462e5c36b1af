package dev.keywright.server.world;

import dev.keywright.server.store.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** Reads world files in tests: pages are dated 2026-01-01, and what is made comes from the seed 7. */
final class Reading {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private Reading() {}

    static WorldReading read(SecretKeeping keeping, String yaml) {
        return new WorldFile(keeping, new SplittableRandom(7), CLOCK).read("world.yaml", yaml);
    }

    static World world(String yaml) {
        return switch (read(SecretKeeping.READABLE, yaml)) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    static String refusal(SecretKeeping keeping, String yaml) {
        return switch (read(keeping, yaml)) {
            case WorldReading.Understood(World world) -> throw new AssertionError("understood: " + world);
            case WorldReading.Refused(String sentence) -> sentence;
        };
    }
}
