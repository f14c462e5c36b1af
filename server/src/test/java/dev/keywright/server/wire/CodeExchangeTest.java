package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The exchange of a code for a pair (RFC 6749 §4.1.3). What is refused burns nothing: the good request works after it. */
class CodeExchangeTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static final Flow FLOW = Flow.of(SERVER);

    // RFC 7636, appendix B.
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final Map<String, String> CHALLENGE =
            Map.of("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256");

    /** D1: whoever comes second, the first may be the thief (RFC 6749 §4.1.2). */
    @Test
    void aCodeUsedTwiceEndsTheAuthorization() {
        String code = FLOW.code();
        Pair first = FLOW.refreshed(Pair.of(FLOW.exchange(code)));

        Reply second = FLOW.exchange(code);

        assertThat(second.refusal()).isEqualTo("400 invalid_grant");
        assertThat(FLOW.me(first.access()).status()).isEqualTo(401);
        assertThat(FLOW.refresh(first.refresh()).refusal()).isEqualTo("400 invalid_grant");
    }

    /** D1: and so does a second use that is wrong in itself. */
    @Test
    void aUsedCodeWithAWrongRedirectUriEndsTheAuthorizationToo() {
        String code = FLOW.code();
        Pair first = Pair.of(FLOW.exchange(code));

        Reply second = FLOW.exchange(code, Map.of("redirect_uri", "https://evil.example/"));

        assertThat(second.refusal()).isEqualTo("400 invalid_grant");
        assertThat(FLOW.active(first.access())).isFalse();
    }

    /** D1: it ends one authorization, not what the person allowed besides. */
    @Test
    void aCodeUsedTwiceLeavesTheOtherAuthorizationsOfTheBotAlone() {
        Pair other = FLOW.tokens();
        String code = FLOW.code();
        FLOW.exchange(code);

        FLOW.exchange(code);

        assertThat(FLOW.active(other.access())).isTrue();
    }

    /** D3 */
    @Test
    void aCodeOfAnotherClientIsRefusedAndStaysGoodForItsOwn() {
        String code = FLOW.code();

        Reply foreign = FLOW.as(App.REPORTS).exchange(code, Map.of("redirect_uri", App.EXAMPLE.redirectUri()));

        assertThat(foreign.refusal()).isEqualTo("400 invalid_grant");
        assertThat(FLOW.exchange(code).status()).isEqualTo(200);
    }

    /** D3: a used one, too, ends nothing when a stranger brings it. */
    @Test
    void aUsedCodeOfAnotherClientEndsNothing() {
        String code = FLOW.code();
        Pair pair = Pair.of(FLOW.exchange(code));

        FLOW.as(App.REPORTS).exchange(code);

        assertThat(FLOW.active(pair.access())).isTrue();
    }

    /** D4: the redirect URI of the authorization request, letter by letter. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'', invalid_request",
        "http://localhost:3000/auth/callback/notion, invalid_grant",
        "http://localhost:3000/auth/Callback, invalid_grant",
        "http://LOCALHOST:3000/auth/callback, invalid_grant",
        "http://localhost:3000/auth/callback/, invalid_grant",
        "http://localhost:3000/auth/%63allback, invalid_grant",
        "http%3A%2F%2Flocalhost%3A3000%2Fauth%2Fcallback, invalid_grant",
        "http://127.0.0.1:3000/auth/callback, invalid_grant",
    })
    void aMissingOrOtherRedirectUriIsRefused(String redirectUri, String error) {
        String code = FLOW.code();

        Reply reply = FLOW.exchange(code, Map.of("redirect_uri", redirectUri));

        assertThat(reply.refusal()).isEqualTo("400 " + error);
        assertThat(FLOW.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void aRedirectUriThatWasNotSentAtAuthorizeIsNotAllowed() {
        Flow flow = FLOW.as(App.REPORTS);
        String code = flow.code(Map.of("redirect_uri", ""));

        Reply sentHere = flow.exchange(code);
        Reply sentNowhere = flow.exchange(code, Map.of("redirect_uri", ""));

        assertThat(sentHere.refusal()).isEqualTo("400 invalid_request");
        assertThat(sentNowhere.status()).isEqualTo(200);
    }

    /** D5 */
    @Test
    void aCodeLivesTenMinutesToTheMillisecond() {
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            String one = flow.code();
            String other = flow.code();

            server.advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(flow.exchange(one).status()).isEqualTo(200);

            server.advance(Duration.ofMillis(1));
            assertThat(flow.exchange(other).refusal()).isEqualTo("400 invalid_grant");
        }
    }

    private static Stream<Arguments> verifiers() {
        return Stream.of(
                Arguments.argumentSet("missing", CHALLENGE, ""),
                Arguments.argumentSet("wrong", CHALLENGE, VERIFIER.replace('d', 'e')),
                Arguments.argumentSet("the challenge itself", CHALLENGE, CHALLENGE.get("code_challenge")),
                Arguments.argumentSet("of 42 characters", CHALLENGE, VERIFIER.substring(1)),
                Arguments.argumentSet("of 129 characters", CHALLENGE, "a".repeat(129)),
                Arguments.argumentSet("with other characters", CHALLENGE, VERIFIER + "="),
                Arguments.argumentSet("without a challenge", Map.of(), VERIFIER));
    }

    /** D6 (RFC 7636 §4.6, RFC 9700 §4.8.2) */
    @ParameterizedTest
    @MethodSource("verifiers")
    void aVerifierThatDoesNotFitIsRefused(Map<String, String> challenge, String verifier) {
        String code = FLOW.code(challenge);

        Reply reply = FLOW.exchange(code, Map.of("code_verifier", verifier));

        assertThat(reply.refusal()).isEqualTo("400 invalid_grant");
        assertThat(FLOW.exchange(code, Map.of("code_verifier", challenge.isEmpty() ? "" : VERIFIER))
                        .status())
                .isEqualTo(200);
    }

    /** D8 */
    @Test
    void whatIsNoCodeIsRefusedInOneShape() {
        String code = FLOW.code();
        Pair pair = FLOW.tokens();
        String shape = "{\"error\":\"invalid_grant\",\"request_id\":\"<id>\"}";

        assertThat(Stream.of(
                        "00000000-0000-4000-8000-000000000000",
                        code.substring(0, 35),
                        code + "0",
                        code.replace("-", ""),
                        code.toUpperCase(java.util.Locale.ROOT) + " ",
                        "{" + code + "}",
                        "urn:uuid:" + code,
                        "03" + code,
                        pair.refresh(),
                        pair.access(),
                        "' or 1=1 --",
                        "x".repeat(10_000)))
                .allSatisfy(presented -> {
                    Reply reply = FLOW.exchange(presented);
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.shape()).isEqualTo(shape);
                });
        assertThat(FLOW.active(pair.access())).isTrue();
        assertThat(FLOW.exchange(code).status()).isEqualTo(200);
    }

    /** Row 1 of the dialect: only about the caller's own live code is more said than the fixed sentence. */
    @Test
    void theStandardDialectDescribesRedirectUriAndPkceFaultsAndNothingElse() {
        Flow flow = Flow.of(STANDARD);
        String code = flow.code(CHALLENGE);
        String fixed =
                "The code or refresh token is invalid, expired, revoked, already used, or was issued to another client.";

        assertThat(flow.exchange(code, Map.of("redirect_uri", "")).field("error_description"))
                .isEqualTo("redirect_uri is required: it was sent in the authorization request.");
        assertThat(flow.exchange(code, Map.of("redirect_uri", "https://x.example/"))
                        .field("error_description"))
                .isEqualTo("redirect_uri does not match the one of the authorization request.");
        assertThat(flow.exchange(code).field("error_description"))
                .isEqualTo("code_verifier is required: the authorization request had a code_challenge.");
        assertThat(flow.as(App.REPORTS).exchange(code).field("error_description"))
                .isEqualTo(fixed);
        assertThat(flow.exchange("x").field("error_description")).isEqualTo(fixed);
    }
}
