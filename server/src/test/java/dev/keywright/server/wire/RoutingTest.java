package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which URL is known, and in which order a request is looked at: URL and method, credential, version, body. */
class RoutingTest {
    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static final String UNKNOWN_URL = """
            POST,    /v1/oauth/other,                           404, ''
            GET,     /v1/oauth,                                 404, ''
            GET,     /v1/oauth/token//,                         404, ''
            POST,    /v1/oauth/token//,                         404, ''
            POST,    /v1//oauth/token,                          404, ''
            POST,    /v1/oauth/%74oken,                         404, ''
            POST,    /v1/oauth/Token,                           404, ''
            POST,    /v1/oauth/token;x=1,                       404, ''
            POST,    /v1/oauth/../oauth/token,                  404, ''
            GET,     /v1/users/me/../me,                        404, ''
            GET,     /,                                         404, ''
            GET,     /favicon.ico,                              404, ''
            GET,     /v1/oauth/token,                           405, POST
            HEAD,    /v1/oauth/token,                           405, POST
            PUT,     /v1/oauth/token,                           405, POST
            OPTIONS, /v1/oauth/token,                           405, POST
            GET,     /v1/oauth/introspect,                      405, POST
            DELETE,  /v1/oauth/revoke,                          405, POST
            POST,    /v1/oauth/authorize,                       405, GET
            DELETE,  /v1/users/me,                              405, GET
            OPTIONS, /v1/users/me,                              405, GET
            BREW,    /v1/users/me,                              405, GET
            """;

    /** D13: nothing is processed, not even a good code. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = UNKNOWN_URL)
    void notionKnowsOneAnswerForAnUnknownPathAndAWrongMethod(String method, String path, int standard, String allow) {
        Reply reply = NOTION.call(method, path).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("content-length")).isEqualTo("145");
        assertThat(reply.all("allow")).isEmpty();
    }

    /** D13: the standard dialect says which method would be right. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = UNKNOWN_URL)
    void theStandardDialectAnswersByTheRfc(String method, String path, int status, String allow) {
        Reply reply = STANDARD.call(method, path).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("allow")).isEqualTo(allow);
        if (!method.equals("HEAD")) {
            assertThat(reply.field("code")).isEqualTo("invalid_request_url");
        }
    }

    @Test
    void anUnknownUrlIsRefusedBeforeTheCredentialIsLookedAt() {
        Reply reply = NOTION.post("/v1/oauth/other")
                .basic(App.EXAMPLE.id(), "wrong")
                .json("{")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("invalid_request_url");
    }

    @Test
    void traceIsNotAllowedAndEchoesNothing() {
        Reply reply = NOTION.call("TRACE", "/v1/oauth/token")
                .header("X-Canary", "canary-4711")
                .send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.toString()).doesNotContain("canary-4711");
    }

    /** No CORS preflight works there, and so none does here. */
    @Test
    void aPreflightIsAnUnknownUrl() {
        Reply reply = NOTION.call("OPTIONS", Flow.TOKEN)
                .header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "POST")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers()).noneMatch(header -> header.getKey().startsWith("Access-Control"));
    }

    @Test
    void oneTrailingSlashIsDropped() {
        Flow flow = Flow.of(NOTION);
        Pair pair = flow.tokens();

        assertThat(NOTION.get(Flow.ME + "/")
                        .bearer(pair.access())
                        .version("2022-06-28")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(NOTION.post(Flow.TOKEN + "/").send().status()).isEqualTo(401);
    }

    @Test
    void headAnswersLikeGetWithoutTheBody() {
        Flow flow = Flow.of(NOTION);
        String token = flow.tokens().access();

        Reply head =
                NOTION.call("HEAD", Flow.ME).bearer(token).version("2022-06-28").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length"))
                .isEqualTo(flow.me(token).header("content-length"))
                .isNotEqualTo("0");
    }

    @Test
    void aBadBearerTokenIsRefusedBeforeTheVersionIsLookedAt() {
        assertThat(NOTION.get(Flow.ME)
                        .bearer("ntn_x")
                        .version("2024-01-01")
                        .send()
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/v1/oauth/token", "/v1/oauth/introspect", "/v1/oauth/revoke"})
    void clientAuthenticationIsLookedAtBeforeTheBody(String path) {
        for (String body : new String[] {"", "{}", "{", "[]", "\u0000"}) {
            Reply reply = NOTION.post(path)
                    .basic(App.EXAMPLE.id(), "wrong")
                    .json(body)
                    .send();

            assertThat(reply.refusal()).as(body).isEqualTo("401 invalid_client");
        }
    }

    /** Clients in wide use send none, or one that is newer or older than what is known. */
    @ParameterizedTest(name = "Notion-Version {0}")
    @CsvSource({"2022-06-28", "2030-01-01", "''"})
    void theVersionIsNotLookedAtOnOauthEndpoints(String version) {
        Flow flow = Flow.of(NOTION);

        Reply reply = NOTION.post(Flow.INTROSPECT)
                .basic(App.EXAMPLE)
                .version(version)
                .json(java.util.Map.of("token", flow.tokens().access()))
                .send();

        assertThat(reply.json().path("active").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "Notion-Version {0}")
    @CsvSource({"2021-05-11", "2021-05-13", "2021-08-16", "2022-02-22", "2022-06-28", "2025-09-03", "2026-03-11"})
    void everyKnownVersionIsAccepted(String version) {
        Flow flow = Flow.of(NOTION);

        Reply reply = NOTION.get(Flow.ME)
                .bearer(flow.tokens().access())
                .version(version)
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void anEmptyVersionIsNoVersion() {
        Flow flow = Flow.of(NOTION);

        Reply reply =
                NOTION.get(Flow.ME).bearer(flow.tokens().access()).version("").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("message")).endsWith("or `\"2026-03-11\"`, instead was `\"\"`.");
    }
}
