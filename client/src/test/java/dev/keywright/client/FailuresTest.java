package dev.keywright.client;

import static dev.keywright.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.Unavailable.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What refusals, lost answers and answers of no sense become. */
class FailuresTest {
    private static final String SHAPE_A =
            "{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\",\"message\":\"Slow down.\","
                    + "\"additional_data\":{\"rate_limit_reason\":\"public_api_request_rate_limit\"},"
                    + "\"request_id\":\"q-1\"}";

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request, INVALID_REQUEST",
        "401, invalid_client, INVALID_CLIENT",
        "400, invalid_grant, INVALID_GRANT",
        "400, unauthorized_client, UNAUTHORIZED_CLIENT",
        "400, unsupported_grant_type, UNSUPPORTED_GRANT_TYPE",
        "400, invalid_scope, INVALID_SCOPE",
        "403, test_env_error, UNKNOWN",
        "400, unknown, UNKNOWN",
    })
    void anErrorOfTheOAuthEndpointsIsARefusalWithItsCode(int status, String error, ErrorCode code) throws Exception {
        assertThat(refresh(json(status, "{\"error\":\"" + error + "\",\"request_id\":\"q-1\"}")))
                .isEqualTo(new Refused(code, error, Optional.empty(), status, Optional.of("q-1")));
    }

    @Test
    void aDescriptionIsKeptOnOneLineOfLimitedLength() throws Exception {
        String body = "{\"error\":\"invalid_grant\",\"error_description\":\"a\\nb" + "c".repeat(1000) + "\"}";

        assertThat(refresh(json(400, body)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.description().orElseThrow())
                                .startsWith("a bc")
                                .hasSizeLessThan(510));
    }

    @Test
    void anErrorInTheShapeOfTheApiIsARefusalToo() throws Exception {
        assertThat(refresh(json(
                        400,
                        "{\"object\":\"error\",\"status\":400,\"code\":\"invalid_request_url\","
                                + "\"message\":\"Invalid request URL.\"}",
                        "x-notion-request-id",
                        "q-2")))
                .isEqualTo(new Refused(
                        ErrorCode.INVALID_REQUEST_URL,
                        "invalid_request_url",
                        Optional.of("Invalid request URL."),
                        400,
                        Optional.of("q-2")));
    }

    @Test
    void aRateLimitSaysHowLongToWaitAndWhy() throws Exception {
        assertThat(refresh(json(429, SHAPE_A, "Retry-After", "7")))
                .isEqualTo(new RateLimited(
                        Optional.of(Duration.ofSeconds(7)),
                        Optional.of("public_api_request_rate_limit"),
                        Optional.of("q-1")));
    }

    @Test
    void aFailureOfTheServerSaysWhenToTryAgain() throws Exception {
        String body = "{\"object\":\"error\",\"status\":503,\"code\":\"service_unavailable\",\"request_id\":\"q-1\"}";

        assertThat(refresh(json(503, body, "Retry-After", "1")))
                .isEqualTo(new Unavailable(
                        Kind.SERVER_ERROR,
                        true,
                        Optional.of(Duration.ofSeconds(1)),
                        OptionalInt.of(503),
                        Optional.of("q-1"),
                        "the server answered 503 service_unavailable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>welcome to the hotel</html>",
                "200 | ",
                "200 | []",
                "200 | {\"access_token\":\"ntn_1\"",
                "200 | {\"access_token\":\"\",\"token_type\":\"bearer\"}",
                "200 | {\"access_token\":\"ntn_1\",\"token_type\":\"mac\"}",
                "200 | {\"access_token\":\"ntn_1\",\"token_type\":\"bearer\"}",
                "201 | {}",
                "403 | <html>blocked</html>",
                "404 | {}",
            })
    void anAnswerOfNoSenseIsUnintelligibleAndNotQuoted(int status, String body) throws Exception {
        assertThat(refresh(json(status, body == null ? "" : body)))
                .isInstanceOfSatisfying(Unavailable.class, unavailable -> {
                    assertThat(unavailable.kind()).isEqualTo(Kind.UNINTELLIGIBLE);
                    assertThat(unavailable.status()).hasValue(status);
                    assertThat(unavailable.toString()).doesNotContain("ntn_1", "html");
                });
    }

    @Test
    void jsonThatIsNestedWithoutEndIsUnintelligible() throws Exception {
        assertThat(refresh(json(200, "{\"a\":".repeat(5000))))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.kind()).isEqualTo(Kind.UNINTELLIGIBLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedSinceItWouldCarryTheCredentialsElsewhere(int status) throws Exception {
        try (ScriptedServer elsewhere = new ScriptedServer();
                ScriptedServer server =
                        ScriptedServer.answering(json(status, "", "Location", elsewhere.url() + "/v1/oauth/token"))) {
            assertThat(server.client().refresh("r-1"))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            unavailable -> assertThat(unavailable.kind()).isEqualTo(Kind.UNINTELLIGIBLE));
            assertThat(elsewhere.asked()).isEmpty();
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void nobodyThereMeansThatNothingWasSent() throws Exception {
        int port = freePort();
        OAuthClient client = OAuthClient.builder(new ClientCredentials("app", "secret-of-app"))
                .baseUrl(URI.create("http://127.0.0.1:" + port))
                .build();

        assertThat(client.exchange("c-1")).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(unavailable.safeToRepeat()).isTrue();
        });
    }

    @Test
    void aLostAnswerIsSentOnceAndSafeToRepeatUnlessItWasAnExchange() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                ScriptedServer.lost(), ScriptedServer.lost(), ScriptedServer.lost(), ScriptedServer.lost())) {
            OAuthClient client = server.client();

            assertThat(safe((Failure) client.exchange("c-1"))).isFalse();
            assertThat(safe((Failure) client.refresh("r-1"))).isTrue();
            assertThat(safe((Failure) client.introspect("t-1"))).isTrue();
            assertThat(safe((Failure) client.revoke("t-1"))).isTrue();
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void silenceEndsWithTheTimeout() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.silent());

            assertUnanswered(server);
        }
    }

    @Test
    void aBodyThatTricklesEndsWithTheTimeout() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.trickling());

            assertUnanswered(server);
        }
    }

    @Test
    void aBodyWithoutEndIsNotReadToTheEnd() throws Exception {
        assertThat(refresh(ScriptedServer.endless())).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(Kind.UNANSWERED);
            assertThat(unavailable.detail()).contains("larger than 65536 bytes");
        });
    }

    private static void assertUnanswered(ScriptedServer server) throws InterruptedException {
        OAuthClient client =
                server.clientBuilder().requestTimeout(Duration.ofMillis(300)).build();

        assertThat(client.refresh("r-1")).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(Kind.UNANSWERED);
            assertThat(unavailable.detail()).contains("PT0.3S");
        });
    }

    private static TokenResult refresh(ScriptedServer.Answer answer) throws IOException, InterruptedException {
        try (ScriptedServer server = ScriptedServer.answering(answer)) {
            return server.client().refresh("r-1");
        }
    }

    private static boolean safe(Failure failure) {
        return ((Unavailable) failure).kind() == Kind.UNANSWERED && ((Unavailable) failure).safeToRepeat();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
