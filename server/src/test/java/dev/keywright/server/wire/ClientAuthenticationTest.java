package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call the token, introspection and revocation endpoints (RFC 6749 §2.3). */
class ClientAuthenticationTest {
    private static final Map<String, String> BODY = Map.of("token", "ntn_x");
    private static final App LEDGER = TestWorld.LEDGER;

    private static TestServer notion;
    private static TestServer standard;

    @BeforeAll
    static void start(@TempDir Path folder) {
        notion = TestWorld.emulate(folder);
        standard = TestWorld.emulate(folder, "dialect", "standard");
    }

    @AfterAll
    static void stop() {
        notion.close();
        standard.close();
    }

    private static Reply introspect(TestServer server, String authorization) {
        return server.post(Flow.INTROSPECT)
                .header("Authorization", authorization)
                .json(BODY)
                .send();
    }

    /** C1: all ways to fail look the same. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unknown client, 55555555-dddd-4ddd-8ddd-555555555599, ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9b",
        "wrong secret,   55555555-dddd-4ddd-8ddd-555555555501, ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9c",
        "other's secret, 55555555-dddd-4ddd-8ddd-555555555501, desk-1e6c3b0a7f9d5e2c4b8a6f1d3e5c7b9a0",
        "disabled,       55555555-dddd-4ddd-8ddd-555555555503, gone-2d5b4a9f8e7c6d1b3a5f9e8d7c6b5a4f3",
        "empty secret,   55555555-dddd-4ddd-8ddd-555555555501, ''",
        "no id,          '', ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9b",
        "no UUID,        Ledger, ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9b",
        "upper case id,  55555555-DDDD-4DDD-8DDD-555555555501, ledger-0f7d2c1b9a8e4d3f6a5b4c3d2e1f0a9b",
    })
    void everyFailureLooksLikeNoCredentialsAtAll(String name, String id, String secret) {
        for (String path : new String[] {Flow.TOKEN, Flow.INTROSPECT, Flow.REVOKE}) {
            Reply none = notion.post(path).json(BODY).send();

            Reply reply = notion.post(path).basic(id, secret).json(BODY).send();

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.shape()).isEqualTo(none.shape());
            assertThat(reply.header("www-authenticate")).isEqualTo("Basic realm=\"OAuth\"");
            assertThat(reply.headers().stream().map(Map.Entry::getKey))
                    .isEqualTo(none.headers().stream().map(Map.Entry::getKey).toList());
        }
    }

    /** C1: a bearer token is no client. */
    @Test
    void aBearerTokenIsNoClientAuthentication() {
        Pair pair = new Flow(notion, LEDGER).tokens();

        assertThat(introspect(notion, "Bearer " + pair.access()).refusal()).isEqualTo("401 invalid_client");
    }

    static final String[] MALFORMED = {
        "Basic",
        "Basic ",
        "Basic x y",
        "Basic !!!!",
        "Basic =",
        "Basic " + encoded("no colon"),
        "Basic " + encoded(":"),
        "Basic " + encoded("::"),
        "Basic " + encoded("%zz:%zz"),
        "Basic " + encoded(LEDGER.id() + ":%"),
        "Basic " + encoded(LEDGER.id() + ":" + LEDGER.secret() + "\n"),
        "Basic " + encoded(LEDGER.id() + ": " + LEDGER.secret()),
        "Basic " + Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, ':', (byte) 0xfe}),
        "Basic " + encoded(LEDGER.id() + ":" + LEDGER.secret()) + ", Basic eDp5",
        "Basic " + encoded(LEDGER.id() + ":" + LEDGER.secret()) + "====",
        "Digest " + encoded(LEDGER.id() + ":" + LEDGER.secret()),
        encoded(LEDGER.id() + ":" + LEDGER.secret()),
        "Basic" + encoded(LEDGER.id() + ":" + LEDGER.secret()),
        "\"Basic\" " + encoded(LEDGER.id() + ":" + LEDGER.secret()),
    };

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** C4 */
    @ParameterizedTest(name = "{0}")
    @FieldSource("MALFORMED")
    void malformedCredentialsAreNoClient(String header) {
        assertThat(introspect(notion, header).refusal()).isEqualTo("401 invalid_client");
        assertThat(introspect(standard, header).refusal()).isEqualTo("401 invalid_client");
    }

    /** C4 */
    @Test
    void twoAuthorizationHeadersAreNoClient() {
        Reply reply = notion.post(Flow.INTROSPECT)
                .basic(LEDGER)
                .basic(LEDGER)
                .json(BODY)
                .send();

        assertThat(reply.refusal()).isEqualTo("401 invalid_client");
    }

    /** C4: 16 KiB of headers are taken, more are not. */
    @Test
    void anOversizeHeaderIsRefusedBeforeItIsLookedAt() {
        assertThat(introspect(notion, "Basic " + "A".repeat(15_000)).status()).isEqualTo(401);
        assertThat(introspect(notion, "Basic " + "A".repeat(20_000)).status()).isIn(400, 431);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  ", "Basic \t "})
    void theSchemeIsWrittenAnyWay(String scheme) {
        assertThat(introspect(notion, scheme + encoded(LEDGER.id() + ":" + LEDGER.secret()))
                        .status())
                .isEqualTo(200);
    }

    /** C5: some clients encode before they join, most do not. */
    @Test
    void aSecretFullOfReservedCharactersIsTakenRawAndFormEncoded() {
        App odd = TestWorld.ODDITY;
        String formEncoded = URLEncoder.encode(odd.secret(), StandardCharsets.UTF_8);

        assertThat(notion.post(Flow.INTROSPECT).basic(odd).json(BODY).send().status())
                .isEqualTo(200);
        assertThat(notion.post(Flow.INTROSPECT)
                        .basic(odd.id(), formEncoded)
                        .json(BODY)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** C5: oauth4webapi also encodes what need not be. */
    @Test
    void anIdWhoseDashesAreEncodedIsTaken() {
        Reply reply = notion.post(Flow.INTROSPECT)
                .basic(LEDGER.id().replace("-", "%2D"), LEDGER.secret().replace("-", "%2D"))
                .json(BODY)
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    /** C6: no hash here stops at 72 bytes. */
    @ParameterizedTest(name = "first {0} characters")
    @ValueSource(ints = {32, 71, 72, 73, 83})
    void thePrefixOfASecretIsRefused(int length) {
        App app = TestWorld.LONGWINDED;

        Reply reply = notion.post(Flow.INTROSPECT)
                .basic(app.id(), app.secret().substring(0, length))
                .json(BODY)
                .send();

        assertThat(reply.refusal()).isEqualTo("401 invalid_client");
    }

    /** C6: nor is anything after a secret ignored. */
    @Test
    void aSecretWithMoreBehindItIsRefused() {
        App app = TestWorld.LONGWINDED;

        Reply reply = notion.post(Flow.INTROSPECT)
                .basic(app.id(), app.secret() + "x")
                .json(BODY)
                .send();

        assertThat(reply.refusal()).isEqualTo("401 invalid_client");
    }

    /** C9: what stands in a URL ends up in logs. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {Flow.TOKEN, Flow.INTROSPECT, Flow.REVOKE})
    void credentialsInTheQueryAreNotLookedAt(String path) {
        String query = "?client_id=" + LEDGER.id() + "&client_secret=" + LEDGER.secret();

        assertThat(notion.post(path + query).json(BODY).send().refusal()).isEqualTo("401 invalid_client");
        assertThat(standard.post(path + query).json(BODY).send().refusal()).isEqualTo("401 invalid_client");
    }

    /** C9: nor is what else a body should bring. */
    @Test
    void parametersInTheQueryOfTheTokenEndpointAreNotLookedAt() {
        Flow flow = new Flow(standard, LEDGER);
        String code = flow.code();

        Reply reply = standard.post(Flow.TOKEN + "?grant_type=authorization_code&code=" + code + "&redirect_uri="
                        + URLEncoder.encode(LEDGER.redirectUri(), StandardCharsets.UTF_8))
                .basic(LEDGER)
                .json("{}")
                .send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }
}
