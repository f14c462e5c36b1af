package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the production server does not start with: each time one clear sentence. */
class ProductionStartTest {
    @TempDir
    private Path folder;

    private String data = "";
    private String keys = "";

    @BeforeEach
    void folders() {
        data = folder.resolve("data").toString();
        keys = folder.resolve("keys").toString();
    }

    private String refusal(String... settings) {
        String sentence = TestServer.whyItDoesNotServe(TestWorld.with(settings, "data", data, "keys", keys));
        assertThat(sentence).doesNotContain("\n");
        return sentence;
    }

    /** B9 and G3 */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"seed, 1", "auto_approve, true"})
    void itDoesNotStartWithWhatIsForTestsAlone(String setting, String value) {
        assertThat(refusal(setting, value)).contains(setting).contains("only for keywright emulate");
    }

    /** G3: a secret that stands in the documentation is none. */
    @Test
    void itDoesNotStartWithASecretOfTheBuiltInWorld() throws Exception {
        Path world = folder.resolve("world.yaml");
        Files.writeString(
                world,
                "connections: [{name: App, redirect_uris: ['https://app.example/'], client_secret: "
                        + App.EXAMPLE.secret() + "}]");

        assertThat(refusal("world", world.toString())).contains("client_secret", "built-in world");
    }

    /** G3: nor when such a secret is in the folder already. */
    @Test
    void itDoesNotStartOnAFolderThatTheEmulatorFilledWithTheBuiltInWorld() {
        TestServer.emulate("data", data, "keys", keys).close();

        assertThat(refusal()).contains(data, "was filled by keywright emulate");
        assertThat(refusal()).contains("was filled by keywright emulate");
    }

    /** G4: no token crosses a network in clear by mistake. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"host, 0.0.0.0", "host, 192.0.2.1", "public_url, http://auth.example"})
    void itDoesNotStartWhereTokensWouldCrossANetworkInClear(String setting, String value) {
        assertThat(refusal(setting, value)).contains("allow_plain_http");
    }

    @Test
    void itDoesNotStartOnAFolderThatIsInUse() {
        try (TestServer running = TestServer.serve("data", data, "keys", keys)) {
            assertThat(running.get("/health").send().status()).isEqualTo(200);

            assertThat(refusal()).contains(data, "is in use by another Keywright");
        }
    }

    @Test
    void itDoesNotFillAStoreThatHoldsData() {
        TestServer.serve(
                        "data",
                        data,
                        "keys",
                        keys,
                        "world",
                        TestWorld.file(folder).toString())
                .close();

        assertThat(refusal("world", TestWorld.file(folder).toString())).contains("holds data already");
    }
}
