package dev.keywright.server.wire;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Revoke;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPair;
import dev.keywright.server.authorization.TokenPrefixes;
import dev.keywright.server.identity.Passwords;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.World;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import dev.keywright.server.world.SecretKeeping;
import dev.keywright.server.world.WorldFile;
import dev.keywright.server.world.WorldReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes a data folder and a keys folder as this version writes them, the same each time, and a file {@code tokens} with what
 * they must be good for in every later version: a name, a space and a value a line.
 */
final class ReleasedFolder {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "ada had this password then";
    private static final PersonId ADA = new PersonId(UUID.fromString("11111111-aaaa-4aaa-8aaa-111111111111"));
    private static final Installation LEDGER_OF_ADA = new Installation(
            new ClientId(UUID.fromString(TestWorld.LEDGER.id())),
            new WorkspaceId(UUID.fromString("33333333-bbbb-4bbb-8bbb-333333333333")),
            ADA);
    private static final PageId TIDES = new PageId(UUID.fromString("44444444-cccc-4ccc-8ccc-444444444441"));

    private final Random random = new Random(20_261_127);
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00.123Z");

    private ReleasedFolder() {}

    /** Makes them in a folder that is not there. */
    static void make(Path folder) throws IOException, KeyFile.UnusableException {
        Files.createDirectories(folder);
        new ReleasedFolder().fill(folder);
    }

    private void fill(Path folder) throws IOException, KeyFile.UnusableException {
        KeyFile keys = new KeyFile(folder.resolve("keys"));
        KeyRing ring = keys.readOrCreate(random);
        try (Store store = SqliteStore.open(folder.resolve("data"), Durability.SYNCED, 1, random)) {
            store.fill(world(folder));
            store.people().setAdmin(ADA, true);
            store.credentials().change(ADA, new Passwords(random).hash(PASSWORD).orElseThrow(), Optional.empty());
            tokens.put("client_id", TestWorld.LEDGER.id());
            tokens.put("client_secret", TestWorld.LEDGER.secret());
            tokens.put("email", EMAIL);
            tokens.put("password", PASSWORD);
            grants(store, ring);
            KeyRing rotated = ring.add(MacKey.random(new KeyId(1), random)).signWith(new KeyId(1));
            keys.write(rotated);
            put("of_new_key", refreshed(store, rotated, granted(store, rotated)));
        }
        Files.deleteIfExists(folder.resolve("data/keywright.lock"));
        Files.writeString(
                folder.resolve("tokens"),
                tokens.entrySet().stream()
                        .map(token -> token.getKey() + " " + token.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private World world(Path folder) throws IOException {
        Path file = TestWorld.file(folder);
        WorldReading reading = new WorldFile(SecretKeeping.HASHED, random, InstantSource.fixed(now)).read(file);
        Files.delete(file);
        return switch (reading) {
            case WorldReading.Understood(World world) -> world;
            case WorldReading.Refused(String sentence) -> throw new AssertionError(sentence);
        };
    }

    private void grants(Store store, KeyRing ring) {
        put("exchanged", granted(store, ring));
        put("refreshed", refreshed(store, ring, granted(store, ring)));
        TokenPair over = granted(store, ring);
        TokenCodec codec = codec(ring);
        var token = codec.decode(over.refreshToken()).orElseThrow();
        store.authorizations()
                .apply(
                        token.authorization(),
                        new Revoke(token, LEDGER_OF_ADA.client(), AuthorizationPolicy.DEFAULT, later()));
        put("revoked", over);
    }

    private void put(String name, TokenPair pair) {
        tokens.put(name + "_access_token", pair.accessToken());
        tokens.put(name + "_refresh_token", pair.refreshToken());
    }

    private Instant later() {
        now = now.plus(Duration.ofMinutes(3));
        return now;
    }

    private static TokenCodec codec(KeyRing ring) {
        return new TokenCodec(ring, TokenPrefixes.NOTION);
    }

    private TokenPair granted(Store store, KeyRing ring) {
        Consent consent =
                new Consent(Capabilities.all(), Set.of(TIDES), Optional.empty(), Optional.empty(), Optional.empty());
        AuthorizationCode code = AuthorizationCode.random(random);
        store.authorizations()
                .begin(
                        Authorization.pending(
                                AuthorizationId.random(later(), random),
                                LEDGER_OF_ADA,
                                now,
                                consent,
                                now.plus(AuthorizationPolicy.DEFAULT.codeLifetime())),
                        code.hash());
        Redeem.Outcome outcome = store.authorizations()
                .apply(
                        code.hash(),
                        new Redeem(
                                LEDGER_OF_ADA.client(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new PageId(Uuids.random(random)),
                                ring.signing(),
                                AuthorizationPolicy.DEFAULT,
                                later()));
        if (outcome instanceof Redeem.Redeemed(var row, var state, var bot, var copy)) {
            return codec(ring).pair(row.id(), state);
        }
        throw new AssertionError(outcome);
    }

    private TokenPair refreshed(Store store, KeyRing ring, TokenPair pair) {
        var token = codec(ring).decode(pair.refreshToken()).orElseThrow();
        Refresh.Outcome outcome = store.authorizations()
                .apply(
                        token.authorization(),
                        new Refresh(
                                token, LEDGER_OF_ADA.client(), ring.signing(), AuthorizationPolicy.DEFAULT, later()));
        if (outcome instanceof Refresh.Refreshed(var row, var state, boolean repeated)) {
            return codec(ring).pair(row.id(), state);
        }
        throw new AssertionError(outcome);
    }
}
