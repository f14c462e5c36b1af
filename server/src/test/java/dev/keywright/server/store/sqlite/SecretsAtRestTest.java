package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C10: what is made at the console is nowhere in the data folder in clear. */
class SecretsAtRestTest {
    private static final ClientId APP = new ClientId(new UUID(0xABCD, 1));
    private static final ClientId INTERNAL = new ClientId(new UUID(0xABCD, 2));
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private static Connection connection(ClientId id, List<ClientSecret> secrets, InstallationScope scope) {
        return new Connection(
                id,
                secrets,
                "App",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.ADA),
                List.of(),
                Capabilities.all(),
                Optional.empty(),
                scope,
                true,
                false,
                false);
    }

    @Test
    void noFileHoldsASecretOrAStaticToken() throws IOException {
        TokenCodec codec = new TokenCodec(KeyRing.of(MacKey.random(new KeyId(1), RANDOM)), TokenPrefixes.NOTION);
        PlainSecret first = PlainSecret.random(RANDOM);
        PlainSecret second = PlainSecret.random(RANDOM);
        Installation installation = new Installation(INTERNAL, Sample.HOME, Sample.ADA);
        Authorization token =
                Authorization.issued(AuthorizationId.random(START, RANDOM), installation, START, codec.signing());
        String secretToken = codec.pair(token.id(), (Active) token.state()).accessToken();
        try (Store store = SqliteStore.open(folder, Durability.NOT_SYNCED, 8, RANDOM)) {
            store.fill(Sample.world());
            store.connections()
                    .register(connection(APP, List.of(first.kept(START, false)), new InstallationScope.AnyWorkspace()));
            store.connections().edit(APP, new Edit.AddSecret(second.kept(START, false)));
            store.connections()
                    .edit(
                            APP,
                            new Edit.EndSecret(first.kept(START, false).hash().ref()));
            store.connections().register(connection(INTERNAL, List.of(), new InstallationScope.Internal(Sample.HOME)));
            store.connections()
                    .issue(token, new Bot(installation.bot(), installation, Capabilities.all(), Set.of()), 2);
            store.uses().note(APP, second.kept(START, false).hash(), START);
            store.uses().write(10);

            assertHoldsNone(first.reveal(), second.reveal(), secretToken);
        }
        assertHoldsNone(first.reveal(), second.reveal(), secretToken);
    }

    private void assertHoldsNone(String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            List<Path> all = files.toList();
            assertThat(all).isNotEmpty();
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secrets);
            }
        }
    }
}
