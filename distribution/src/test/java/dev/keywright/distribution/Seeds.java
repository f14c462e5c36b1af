package dev.keywright.distribution;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.World;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import dev.keywright.server.world.SecretKeeping;
import dev.keywright.server.world.WorldFile;
import dev.keywright.server.world.WorldReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts consents into a store that no server has open, or shares, for {@code serve} has no page where a script could give them. */
public final class Seeds {
    static final String CLIENT = "7c0a1f4e-96c1-4f3e-8f0e-0d6c1b8a2f11";
    static final String SECRET = "a-secret-of-this-test-alone-8d1f0c2b7e";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seeds() {}

    /** Fills the folder with a world, unless it has one, and gives the codes of {@code count} new consents. */
    static List<String> plant(Path data, int count) {
        try (Store store = SqliteStore.open(data, Durability.NOT_SYNCED, 1, RANDOM)) {
            store.fill(world(1));
            return plant(store, installations(store).getFirst(), count);
        }
    }

    /** Gives the codes of so many new consents to an installation. */
    public static List<String> plant(Store store, Installation installation, int count) {
        return Stream.generate(() -> plant(store, installation)).limit(count).toList();
    }

    /** The installations that the people of a world may allow, one each. */
    public static List<Installation> installations(Store store) {
        World world = store.world();
        return world.people().stream()
                .map(person -> new Installation(
                        new ClientId(UUID.fromString(CLIENT)),
                        world.workspaces().getFirst().id(),
                        person.id()))
                .toList();
    }

    private static String plant(Store store, Installation installation) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Consent consent =
                new Consent(Capabilities.all(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
        AuthorizationCode code = AuthorizationCode.random(RANDOM);
        store.authorizations()
                .begin(
                        Authorization.pending(
                                AuthorizationId.random(now, RANDOM),
                                installation,
                                now,
                                consent,
                                now.plus(Duration.ofHours(1))),
                        code.hash());
        return code.reveal();
    }

    /** A world with one connection, one workspace, and so many people in it. */
    public static World world(int people) {
        List<String> emails = IntStream.range(0, people)
                .mapToObj(number -> "ada" + number + "@example.com")
                .toList();
        String text = """
                people: [%s]
                workspaces:
                  - id: 22222222-aaaa-4aaa-8aaa-222222222222
                    name: Home
                    members: [%s]
                connections:
                  - client_id: %s
                    client_secret: %s
                    name: App
                    redirect_uris: [https://app.example/callback]
                    capabilities: {}
                """.formatted(
                        emails.stream()
                                .map(email -> "{id: " + UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8))
                                        + ", email: " + email + "}")
                                .collect(Collectors.joining(", ")),
                        String.join(", ", emails),
                        CLIENT,
                        SECRET);
        WorldFile file = new WorldFile(SecretKeeping.HASHED, RANDOM, InstantSource.system());
        return switch (file.read("world.yaml", text)) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }
}
