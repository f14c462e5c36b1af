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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts consents into a data folder that no server has open, for {@code serve} has no page where a person could give them. */
final class Seeds {
    static final String CLIENT = "7c0a1f4e-96c1-4f3e-8f0e-0d6c1b8a2f11";
    static final String SECRET = "a-secret-of-this-test-alone-8d1f0c2b7e";

    private static final String WORLD = """
            people: [{id: 11111111-aaaa-4aaa-8aaa-111111111111, email: ada@example.com}]
            workspaces:
              - id: 22222222-aaaa-4aaa-8aaa-222222222222
                name: Home
                members: [ada@example.com]
            connections:
              - client_id: %s
                client_secret: %s
                name: App
                redirect_uris: [https://app.example/callback]
                capabilities: {}
            """.formatted(CLIENT, SECRET);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seeds() {}

    /** Fills the folder with a world, unless it has one, and gives the codes of {@code count} new consents. */
    static List<String> plant(Path data, int count) {
        try (Store store = SqliteStore.open(data, Durability.NOT_SYNCED, 1, RANDOM)) {
            store.fill(world());
            World world = store.world();
            Installation installation = new Installation(
                    new ClientId(UUID.fromString(CLIENT)),
                    world.workspaces().getFirst().id(),
                    world.people().getFirst().id());
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                codes.add(plant(store, installation));
            }
            return codes;
        }
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

    private static World world() {
        WorldFile file = new WorldFile(SecretKeeping.HASHED, RANDOM, InstantSource.system());
        return switch (file.read("world.yaml", WORLD)) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }
}
