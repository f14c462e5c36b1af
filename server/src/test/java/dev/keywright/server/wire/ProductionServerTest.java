package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve} has not, and what it believes of nobody. */
class ProductionServerTest {
    private static Production production;
    private static TestServer notion;

    @BeforeAll
    static void start(@TempDir Path standard, @TempDir Path exact) {
        production = Production.start(standard, 4, List.of(TestWorld.LEDGER), "public_url", "https://auth.example");
        notion = TestServer.serve(
                "world", TestWorld.file(exact).toString(),
                "data", exact.resolve("data").toString(),
                "keys", exact.resolve("keys").toString(),
                "dialect", "notion");
    }

    @AfterAll
    static void stop() {
        production.close();
        notion.close();
    }

    /** G5: not even mounted. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /emulator/world",
        "POST, /emulator/authorize",
        "GET, /emulator/clock",
        "POST, /emulator/clock",
        "POST, /emulator/revoke",
        "POST, /emulator/reset",
        "POST, /emulator/faults",
        "GET, /emulator/requests",
        "POST, /emulator/scenarios",
        "GET, /emulator",
        "GET, /admin",
    })
    void theControlsAreUnknownPaths(String method, String path) {
        Reply plain = production.server().call(method, path).send();
        Reply withSecret = production
                .server()
                .call(method, path)
                .basic(TestWorld.LEDGER)
                .json("{\"stop\":true}")
                .send();
        Reply exact = notion.call(method, path).send();

        assertThat(plain.status()).isEqualTo(404);
        assertThat(plain.shape())
                .isEqualTo(production.server().call(method, "/nothing").send().shape());
        assertThat(withSecret.shape()).isEqualTo(plain.shape());
        assertThat(exact.status()).isEqualTo(400);
        assertThat(exact.header("content-length")).isEqualTo("145");
    }

    /** B9: what would approve by itself in the emulator asks a person here. */
    @Test
    void noParameterApprovesByItself() {
        Reply reply = production
                .flow(TestWorld.LEDGER)
                .browse(Map.of("decision", "allow", "person", "ada@example.org", "auto_approve", "true"));

        assertThat(reply.target()).isEqualTo("https://auth.example/install-integration");
        assertThat(reply.parameters()).doesNotContainKeys("decision", "person", "auto_approve", "code");
    }

    /** G4: the issuer is what the operator said, whatever a request claims. */
    @Test
    void noHeaderOfARequestChangesTheServersOwnUrl() {
        Flow flow = production.flow(TestWorld.LEDGER);

        Reply redirect = production
                .server()
                .get(Flow.AUTHORIZE + "?" + flow.query(Map.of()))
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "http")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "host=evil.example;proto=http")
                .send();
        Reply metadata = production
                .server()
                .get("/.well-known/oauth-authorization-server")
                .header("X-Forwarded-Host", "evil.example")
                .send();

        assertThat(redirect.target()).isEqualTo("https://auth.example/install-integration");
        assertThat(metadata.text())
                .contains("\"issuer\":\"https://auth.example\"")
                .doesNotContain("evil");
    }

    /** G4 */
    @Test
    void theHostOfARequestChangesNothing() throws Exception {
        try (Wire wire = new Wire(production.server().port())) {
            Reply metadata = wire.send(
                            "GET /.well-known/oauth-authorization-server HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .receive();

            assertThat(metadata.field("issuer")).isEqualTo("https://auth.example");
        }
    }

    /** What a supervisor asks before it decides to start the process again. */
    @Test
    void theProcessSaysThatItIsAlive() {
        for (TestServer server : List.of(production.server(), notion)) {
            Reply alive = server.get("/health/live").send();

            assertThat(alive.status()).isEqualTo(200);
            assertThat(alive.text()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    /** The whole flow holds in production. */
    @Test
    void aPairFromAnEarlierCodeIsWholeAndWorks() {
        Pair pair = production.tokens(TestWorld.LEDGER);
        Flow flow = production.flow(TestWorld.LEDGER);

        assertThat(flow.me(pair.access()).field("name")).isEqualTo("Ledger");
        assertThat(flow.active(flow.refreshed(pair).access())).isTrue();
    }

    /** Row 31 of the dialect: the operator's own prefixes, in Notion's layout. */
    @Test
    void tokensBeginWithWhatTheOperatorSet(@TempDir Path folder) {
        try (Production platform = Production.start(
                folder,
                1,
                List.of(TestWorld.LEDGER),
                "access_token_prefix",
                "acme_",
                "refresh_token_prefix",
                "acmer_")) {
            Pair pair = platform.tokens(TestWorld.LEDGER);
            Flow flow = platform.flow(TestWorld.LEDGER);

            assertThat(pair.access()).matches("acme_[0-9]{11}[A-Za-z0-9]{35}");
            assertThat(pair.refresh()).matches("acmer_[0-9]{11}[A-Za-z0-9]{35}");
            assertThat(flow.me(pair.access()).status()).isEqualTo(200);
            assertThat(flow.me("ntn_" + pair.access().substring(5)).status()).isEqualTo(401);
        }
    }

    /** I8: what was answered is there after a restart. */
    @Test
    void whatWasIssuedIsGoodAfterARestart(@TempDir Path folder) {
        Pair pair;
        try (Production before = Production.start(folder, 1, List.of(TestWorld.LEDGER))) {
            pair = before.tokens(TestWorld.LEDGER);
        }
        try (TestServer after = TestServer.serve(
                "data", folder.resolve("data").toString(),
                "keys", folder.resolve("keys").toString())) {
            Flow flow = new Flow(after, TestWorld.LEDGER);

            assertThat(flow.me(pair.access()).status()).isEqualTo(200);
            assertThat(flow.refresh(pair.refresh()).status()).isEqualTo(200);
        }
    }
}
