package dev.keywright.server.world;

import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.store.World;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

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
        return switch (file.read(FILE, PackagedFile.text(FILE))) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    /** Whether one of its connections has this secret. */
    static boolean hasSecret(String secret) {
        return secretHashes().contains(SecretHash.of(secret));
    }

    /** The first connection of a world that has a secret of the built-in one, which anyone knows. */
    public static Optional<Connection> secretIsKnownOf(World world) {
        Set<SecretHash> known = secretHashes();
        return world.connections().stream()
                .filter(connection ->
                        connection.secrets().stream().map(ClientSecret::hash).anyMatch(known::contains))
                .findFirst();
    }

    private static Set<SecretHash> secretHashes() {
        return read(InstantSource.fixed(Instant.EPOCH)).connections().stream()
                .flatMap(connection -> connection.secrets().stream())
                .map(ClientSecret::hash)
                .collect(Collectors.toSet());
    }
}
