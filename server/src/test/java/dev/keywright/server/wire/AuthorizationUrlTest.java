package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the authorization URL answers with: the page, an error page, or an error that goes back to the app. */
class AuthorizationUrlTest {
    private static TestServer notion;
    private static TestServer standard;
    private static TestServer production;

    @BeforeAll
    static void start(@TempDir Path folder) {
        notion = TestWorld.emulate(folder);
        standard = TestWorld.emulate(folder, "dialect", "standard");
        production = TestServer.serve(
                "world", TestWorld.file(folder).toString(),
                "data", folder.resolve("data").toString(),
                "keys", folder.resolve("keys").toString());
    }

    @AfterAll
    static void stop() {
        notion.close();
        standard.close();
        production.close();
    }

    private static void assertErrorPage(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.all("location")).isEmpty();
        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.text()).contains("Something went wrong");
    }

    @Test
    void aGoodRequestGoesToTheInstallPageWithEveryParameterInNotionsOrder() {
        Reply reply = notion.get("/v1/oauth/authorize?code_challenge_method=S256&state=xyz&owner=user"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&redirect_uri=https%3A%2F%2Fledger.example%2Fcallback&unknown=1&client_id="
                        + TestWorld.LEDGER.id() + "&response_type=code")
                .send();

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("location"))
                .isEqualTo(notion.url() + "/install-integration?response_type=code&client_id=" + TestWorld.LEDGER.id()
                        + "&redirect_uri=https%3A%2F%2Fledger.example%2Fcallback&owner=user&state=xyz"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    }

    @Test
    void theInstallPageChecksTheRequestAgain() {
        Flow flow = new Flow(notion, TestWorld.LEDGER);

        Reply good = notion.get("/install-integration?" + flow.query(Map.of())).send();
        Reply foreign = notion.get(
                        "/install-integration?" + flow.query(Map.of("redirect_uri", "https://evil.example/")))
                .send();
        Reply implicit = notion.get("/install-integration?" + flow.query(Map.of("response_type", "token")))
                .send();

        assertThat(good.target()).isEqualTo("/login");
        assertErrorPage(foreign);
        assertThat(implicit.sent("error")).isEqualTo("unsupported_response_type");
    }

    /** A1: a disabled connection looks like one that never was. */
    @Test
    void unknownAndDisabledClientsGetTheSameErrorPage() {
        Flow disabled = new Flow(production, TestWorld.GONE);
        Flow unknown =
                new Flow(production, new App("55555555-dddd-4ddd-8ddd-555555555599", "", TestWorld.GONE.redirectUri()));

        Reply one = disabled.browse(Map.of());
        Reply other = unknown.browse(Map.of());

        assertErrorPage(one);
        assertThat(one.text().replace(TestWorld.GONE.id(), "<id>"))
                .isEqualTo(other.text().replace(unknown.app().id(), "<id>"));
    }

    /** A1 */
    @ParameterizedTest(name = "client_id {0}")
    @ValueSource(
            strings = {"", "x", "55555555dddd4ddd8ddd555555555501", "55555555-DDDD-4DDD-8DDD-555555555501", "null"})
    void aClientIdThatIsNotExactlyOneGetsTheErrorPage(String clientId) {
        assertErrorPage(new Flow(notion, TestWorld.LEDGER).browse(Map.of("client_id", clientId)));
    }

    /** The emulator helps its developer; production tells strangers nothing. */
    @Test
    void onlyTheEmulatorSaysWhatIsRegistered() {
        Map<String, String> wrong = Map.of("redirect_uri", "https://evil.example/");

        assertThat(new Flow(notion, TestWorld.LEDGER).browse(wrong).text())
                .contains("https://evil.example/", "https://ledger.example/callback");
        assertThat(new Flow(production, TestWorld.LEDGER).browse(wrong).text())
                .contains("https://evil.example/")
                .doesNotContain("https://ledger.example/callback");
    }

    /** A4: one registered is the one; of several nobody chooses. */
    @Test
    void aMissingRedirectUriIsTheOnlyRegisteredOne() {
        Reply one = new Flow(notion, TestWorld.LEDGER).browse(Map.of("redirect_uri", "", "response_type", "token"));
        Reply several = new Flow(notion, TestWorld.DESK).browse(Map.of("redirect_uri", ""));

        assertThat(one.target()).isEqualTo("https://ledger.example/callback");
        assertErrorPage(several);
    }

    /** A6: never the first, never the last (RFC 6749 §3.1). */
    @ParameterizedTest(name = "{0} twice")
    @ValueSource(
            strings = {"client_id", "redirect_uri", "state", "response_type", "owner", "code_challenge", "whatever"})
    void aRepeatedParameterGetsTheErrorPage(String name) {
        String query = new Flow(notion, TestWorld.LEDGER).query(Map.of());

        assertErrorPage(notion.get("/v1/oauth/authorize?" + query + "&" + name + "=1&" + name + "=1")
                .send());
        assertErrorPage(notion.get("/v1/oauth/authorize?" + name + "=1&" + query + "&%"
                        + Integer.toHexString(name.charAt(0)) + name.substring(1) + "=2")
                .send());
    }

    /** A7: no implicit grant, whatever it is called. */
    @ParameterizedTest(name = "response_type={0} is {1}")
    @CsvSource({
        "token, unsupported_response_type",
        "id_token, unsupported_response_type",
        "code token, unsupported_response_type",
        "CODE, unsupported_response_type",
        "none, unsupported_response_type",
        "'', invalid_request",
    })
    void anotherResponseTypeThanCodeGoesBackAsAnError(String responseType, String error) {
        for (TestServer server : new TestServer[] {notion, standard}) {
            Reply reply =
                    new Flow(server, TestWorld.LEDGER).browse(Map.of("response_type", responseType, "state", "s"));

            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.target()).isEqualTo("https://ledger.example/callback");
            assertThat(reply.sent("error")).isEqualTo(error);
            assertThat(reply.sent("state")).isEqualTo("s");
        }
    }

    @Test
    void anEmptyResponseTypeIsAMissingOne() {
        Reply reply = notion.get("/v1/oauth/authorize?response_type=&client_id=" + TestWorld.LEDGER.id())
                .send();

        assertThat(reply.sent("error")).isEqualTo("invalid_request");
    }

    /** A8: a code never travels in a fragment or a form. */
    @ParameterizedTest(name = "response_mode={0}")
    @ValueSource(strings = {"fragment", "form_post", "web_message", "query.jwt"})
    void anotherResponseModeIsIgnoredByNotionAndRefusedByTheStandard(String mode) {
        Map<String, String> request = Map.of("response_mode", mode);

        Reply ignored = new Flow(notion, TestWorld.LEDGER).browse(request);
        Reply refused = new Flow(standard, TestWorld.LEDGER).browse(request);

        assertThat(ignored.target()).isEqualTo(notion.url() + "/install-integration");
        assertThat(refused.target()).isEqualTo("https://ledger.example/callback");
        assertThat(refused.sent("error")).isEqualTo("invalid_request");
    }

    @Test
    void theQueryModeIsAccepted() {
        Reply reply = new Flow(standard, TestWorld.LEDGER).browse(Map.of("response_mode", "query"));

        assertThat(reply.target()).isEqualTo(standard.url() + "/install-integration");
    }

    @ParameterizedTest(name = "owner={0}")
    @CsvSource({"workspace, invalid_request", "bot, invalid_request", "User, invalid_request"})
    void anotherOwnerThanUserGoesBackAsAnError(String owner, String error) {
        assertThat(new Flow(notion, TestWorld.LEDGER)
                        .browse(Map.of("owner", owner))
                        .sent("error"))
                .isEqualTo(error);
    }

    @Test
    void aMissingOwnerIsAccepted() {
        Reply reply = new Flow(notion, TestWorld.LEDGER).browse(Map.of("owner", ""));

        assertThat(reply.target()).isEqualTo(notion.url() + "/install-integration");
    }
}
