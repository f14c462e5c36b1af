package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the redirect back to the app carries: code or error, state, issuer. Here every request is approved at once. */
class AnswerToTheAppTest {
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static TestServer notion;
    private static TestServer standard;

    @BeforeAll
    static void start(@TempDir Path folder) {
        notion = TestWorld.emulate(folder, "auto_approve", "true");
        standard = TestWorld.emulate(
                folder, "auto_approve", "true", "dialect", "standard", "public_url", "https://auth.example");
    }

    @AfterAll
    static void stop() {
        notion.close();
        standard.close();
    }

    @Test
    void notionAppendsAnEmptyStateWhenNoneWasSent() {
        Reply reply = new Flow(notion, TestWorld.LEDGER).browse(Map.of());

        assertThat(reply.header("location"))
                .matches("https://ledger\\.example/callback\\?code=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}&state=");
    }

    /** A10: which server answered (RFC 9207), in successes and errors alike. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"allow", "deny"})
    void theStandardDialectNamesTheIssuerAndLeavesOutAStateThatWasNotSent(String decision) {
        Reply reply = new Flow(standard, TestWorld.LEDGER).browse(Map.of("decision", decision));

        assertThat(reply.sent("iss")).isEqualTo("https://auth.example");
        assertThat(reply.parameters()).doesNotContainKey("state");
        assertThat(standard.get("/.well-known/oauth-authorization-server")
                        .send()
                        .field("issuer"))
                .isEqualTo("https://auth.example");
    }

    /** A10 */
    @Test
    void anErrorBeforeThePersonIsAskedNamesTheIssuerToo() {
        Reply reply = new Flow(standard, TestWorld.LEDGER).browse(Map.of("response_type", "token", "state", "s"));

        assertThat(reply.parameters())
                .containsExactly(
                        entry("error", "unsupported_response_type"),
                        entry("state", "s"),
                        entry("iss", "https://auth.example"));
    }

    /** A9: opaque to us, byte for byte theirs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "{\"next\":\"/a?b=c&d=e#f\"}",
                "\"><script>alert(1)</script>",
                "a\r\nSet-Cookie: x=1\r\n\r\n<html>",
                "ünïcödé 🚲 \u202e\u0000",
                "100%25 + & = ; , / ? : @ ~ ' ( ) *",
                " leading and trailing ",
            })
    void theStateComesBackAsItWas(String state) {
        Reply reply = new Flow(notion, TestWorld.LEDGER).browse(Map.of("state", state));

        assertThat(reply.sent("state")).isEqualTo(state);
        assertThat(reply.header("location")).matches("[\\x21-\\x7e]+");
        assertThat(reply.all("set-cookie")).isEmpty();
    }

    /** A9: also on the way to the page, and the page shows none of it. */
    @Test
    void theStateIsNotShownOnThePage() {
        String state = "\"><script>alert(1)</script>";
        Flow flow = new Flow(notion, TestWorld.LEDGER);

        Reply page = notion.get("/install-integration?" + flow.query(Map.of("state", state)))
                .send();
        Reply error = flow.browse(Map.of("client_id", state));

        assertThat(page.text()).doesNotContain("<script");
        assertThat(error.text()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    /** A9 and row 36 of the dialect: up to 8 KiB. */
    @Test
    void aStateOfEightKibibytesComesBackAndALongerOneDoesNot() {
        Flow flow = new Flow(notion, TestWorld.LEDGER);
        String longest = "s".repeat(8 * 1024);

        Reply good = flow.browse(Map.of("state", longest));
        Reply tooLong = flow.browse(Map.of("state", longest + "s"));

        assertThat(good.sent("state")).isEqualTo(longest);
        assertThat(tooLong.header("location"))
                .isEqualTo("https://ledger.example/callback?error=invalid_request&state=");
    }

    /** A11 (RFC 7636 §4.2 to §4.4, RFC 9700 §2.1.1) */
    @ParameterizedTest(name = "challenge {0}, method {1}")
    @CsvSource({
        CHALLENGE + ", plain",
        CHALLENGE + ", ''",
        CHALLENGE + ", s256",
        CHALLENGE + ", S512",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c, S256",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMM, S256",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c=, S256",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM, S256",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-ç1, S256",
        "'', S256",
        "'', plain",
    })
    void aBadChallengeGoesBackAsAnError(String challenge, String method) {
        Reply reply = new Flow(notion, TestWorld.LEDGER)
                .browse(Map.of("code_challenge", challenge, "code_challenge_method", method));

        assertThat(reply.target()).isEqualTo("https://ledger.example/callback");
        assertThat(reply.sent("error")).isEqualTo("invalid_request");
        assertThat(reply.parameters()).doesNotContainKey("code");
    }

    /** A11 */
    @Test
    void aChallengeOf129CharactersGoesBackAsAnError() {
        Reply reply = new Flow(notion, TestWorld.LEDGER)
                .browse(Map.of("code_challenge", "a".repeat(129), "code_challenge_method", "S256"));

        assertThat(reply.sent("error")).isEqualTo("invalid_request");
    }

    /** A12 */
    @Test
    void aConnectionThatRequiresPkceGetsNoCodeWithoutIt() {
        Flow flow = new Flow(notion, TestWorld.VAULT);

        Reply without = flow.browse(Map.of());
        Reply with = flow.browse(Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));

        assertThat(without.sent("error")).isEqualTo("invalid_request");
        assertThat(with.sent("code")).isNotEmpty();
    }

    /** A13: a browser follows it with GET and repeats no body (RFC 9700 §4.12). */
    @Test
    void theRedirectIsA302() {
        Flow flow = new Flow(notion, TestWorld.LEDGER);

        assertThat(List.of(
                        flow.browse(Map.of()).status(),
                        flow.browse(Map.of("decision", "deny")).status(),
                        flow.browse(Map.of("response_type", "token")).status()))
                .containsOnly(302);
    }

    /** A14 */
    @Test
    void aPersonWhoCancelsSendsAnErrorAndTheState() {
        Reply reply = new Flow(notion, TestWorld.LEDGER).browse(Map.of("decision", "deny", "state", "s 1"));

        assertThat(reply.header("location")).isEqualTo("https://ledger.example/callback?error=access_denied&state=s+1");
    }

    /** A15: what cannot be answered is said on a page. */
    @Test
    void anAnswerThatCannotBeTakenGetsAPageAndNoRedirect() {
        Reply reply = new Flow(notion, TestWorld.LAMP).browse(Map.of("person", "ada@example.org"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.all("location")).isEmpty();
        assertThat(reply.header("content-type")).startsWith("text/html");
    }
}
