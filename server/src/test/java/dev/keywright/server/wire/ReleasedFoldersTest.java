package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Person;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.World;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import dev.keywright.server.workspace.Workspace;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The data and keys that a released version wrote: this one opens them, and all that was given out is worth what it was. */
class ReleasedFoldersTest {
    @TempDir
    private Path folder;

    /** The versions whose folders lie beside this class. */
    static List<String> versions() throws IOException, URISyntaxException {
        try (Stream<Path> folders = Files.list(released())) {
            return folders.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static Path released() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReleasedFoldersTest.class.getResource("released"))
                .toURI());
    }

    /** Gives a version's folder, copied, to a server of today. */
    private TestServer serve(String version) throws IOException, URISyntaxException {
        Path original = released().resolve(version);
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return TestServer.serve(
                "data", data().toString(), "keys", folder.resolve("keys").toString());
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** What the version gave out, by name. */
    private record Tokens(Map<String, String> values) {
        String get(String name) {
            return Objects.requireNonNull(values.get(name), name);
        }
    }

    private Tokens tokens() throws IOException {
        return new Tokens(Files.readAllLines(folder.resolve("tokens")).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1])));
    }

    private static Flow flow(TestServer server, Tokens tokens) {
        return new Flow(
                server, new App(tokens.get("client_id"), tokens.get("client_secret"), TestWorld.LEDGER.redirectUri()));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsTokensAreHonouredAndRefreshed(String version) throws Exception {
        try (TestServer server = serve(version)) {
            Tokens tokens = tokens();
            Flow flow = flow(server, tokens);
            for (String name : List.of("exchanged", "refreshed", "of_new_key")) {
                String access = tokens.get(name + "_access_token");
                assertThat(flow.me(access).status()).as(name).isEqualTo(200);
                assertThat(flow.active(access)).as(name).isTrue();

                Pair pair = Pair.of(flow.refresh(tokens.get(name + "_refresh_token")));

                assertThat(flow.me(pair.access()).status()).as(name).isEqualTo(200);
                assertThat(flow.refresh(pair.refresh()).status()).as(name).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatHadEndedStaysOver(String version) throws Exception {
        try (TestServer server = serve(version)) {
            Tokens tokens = tokens();
            Flow flow = flow(server, tokens);

            assertThat(flow.active(tokens.get("revoked_access_token"))).isFalse();
            assertThat(flow.refresh(tokens.get("revoked_refresh_token")).field("error"))
                    .isEqualTo("invalid_grant");
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsPeopleSignIn(String version) throws Exception {
        try (TestServer server = serve(version)) {
            Browser browser = new Browser(server);
            browser.open("/login");

            Reply reply = browser.send("/login", "email", tokens().get("email"), "password", tokens().get("password"));

            assertThat(reply.status()).isEqualTo(303);
            assertThat(browser.open("/people").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsWorldIsThere(String version) throws Exception {
        serve(version).close();

        try (Store store = SqliteStore.open(data(), Durability.NOT_SYNCED, 1, new SecureRandom())) {
            World world = store.world();
            assertThat(world.people()).extracting(Person::email).contains("ada@example.org", "bob@example.org");
            assertThat(world.workspaces()).extracting(Workspace::name).contains("Harbour", "Lighthouse");
            assertThat(world.pages()).hasSize(3);
            assertThat(world.connections()).hasSize(8);
        }
    }

    @Test
    void aFolderOfThisVersionIsTheSameEachTimeItIsMade() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");

        ReleasedFolder.make(one);
        ReleasedFolder.make(two);

        for (String file : List.of("tokens", "data/keywright.db", "keys/mac-keys")) {
            assertThat(one.resolve(file)).hasSameBinaryContentAs(two.resolve(file));
        }
    }

    /** Not a test: how a release leaves its folder here. */
    @Test
    @EnabledIfSystemProperty(
            named = "keywright.released",
            matches = ".+",
            disabledReason = "no version is named that is being released")
    void aReleaseLeavesItsFolder() throws Exception {
        String version = System.getProperty("keywright.released", "");

        ReleasedFolder.make(Path.of("src/test/resources/dev/keywright/server/wire/released", version));
    }
}
