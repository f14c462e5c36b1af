package dev.keywright.server.world;

import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.packaged.PackagedFile;
import dev.keywright.server.store.World;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The world that the emulator starts with when it is given none. Its ids and secrets never change between releases. */
public final class BuiltInWorld {
    private static final String FILE = "built-in.yaml";
    /** Never asked: the file gives every id and every secret. */
    private static final RandomGenerator NOTHING_TO_MAKE = () -> {
        throw new IllegalStateException(FILE + " leaves out an id or a secret, which must be the same in each release");
    };

    private BuiltInWorld() {}

    /** The built-in world with readable secrets, its pages dated by {@code clock}. Not for production: anyone knows it. */
    public static World read(InstantSource clock) {
        WorldFile file = new WorldFile(SecretKeeping.READABLE, NOTHING_TO_MAKE, clock);
        return switch (file.read(FILE, PackagedFile.text(BuiltInWorld.class, FILE))) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /**
     * The secrets of its connections, which anyone knows, as they are stored. Written here once more: a server for production
     * asks for them at each start, and reading the world takes a tenth of a second.
     */
    public static Set<SecretHash> knownSecrets() {
        return Stream.of(
                        "secret_for_tests_only_0123456789abcdef",
                        "secret_for_tests_only_d6e2aad4ebbd0c6d",
                        "secret_for_tests_only_d393c5f96e75c454")
                .map(SecretHash::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
