package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are not what they should be: refused with {@code invalid_request}, and the code stays good. */
class RequestBodyTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    private static final String EXCHANGE =
            "{\"grant_type\":\"authorization_code\",\"redirect_uri\":\"" + App.EXAMPLE.redirectUri() + "\",";

    private static Arguments body(String name, String text) {
        return Arguments.argumentSet(name, text);
    }

    private static Stream<Arguments> malformedJson() {
        return Stream.of(
                body("a repeated key", EXCHANGE + "\"code\":\"CODE\",\"code\":\"CODE\"}"),
                body("a repeated key, once escaped", EXCHANGE + "\"code\":\"CODE\",\"c\\u006fde\":\"CODE\"}"),
                body("a repeated key that nobody knows", EXCHANGE + "\"code\":\"CODE\",\"x\":1,\"x\":1}"),
                body("a repeated key inside", EXCHANGE + "\"code\":\"CODE\",\"x\":{\"y\":1,\"y\":1}}"),
                body("an array in place of the code", EXCHANGE + "\"code\":[\"CODE\"]}"),
                body("an object in place of the code", EXCHANGE + "\"code\":{\"code\":\"CODE\"}}"),
                body("a number in place of the code", EXCHANGE + "\"code\":4711}"),
                body("a boolean in place of the code", EXCHANGE + "\"code\":true}"),
                body("null in place of the code", EXCHANGE + "\"code\":null}"),
                body("an empty code", EXCHANGE + "\"code\":\"\"}"),
                body("no code", EXCHANGE + "\"x\":1}"),
                body(
                        "a string in place of external_account",
                        EXCHANGE + "\"code\":\"CODE\",\"external_account\":\"x\"}"),
                body("half an external_account", EXCHANGE + "\"code\":\"CODE\",\"external_account\":{\"key\":\"k\"}}"),
                body(
                        "a nesting bomb",
                        EXCHANGE + "\"code\":\"CODE\",\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
                body("a byte order mark", "\ufeff" + EXCHANGE + "\"code\":\"CODE\"}"),
                body("trailing data", EXCHANGE + "\"code\":\"CODE\"} {}"),
                body("a trailing comma", EXCHANGE + "\"code\":\"CODE\",}"),
                body("a comment", EXCHANGE + "/* */\"code\":\"CODE\"}"),
                body("single quotes", EXCHANGE + "'code':'CODE'}"),
                body("no end", EXCHANGE + "\"code\":\"CODE\""),
                body("an array", "[" + EXCHANGE + "\"code\":\"CODE\"}]"),
                body("a string", "\"code\""),
                body("nothing", ""),
                body("a form", "grant_type=authorization_code&code=CODE"));
    }

    /** D11 */
    @ParameterizedTest
    @MethodSource("malformedJson")
    void malformedJsonIsAnInvalidRequest(String template) {
        Flow flow = Flow.of(SERVER);
        String code = flow.code();

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .json(template.replace("CODE", code))
                .send();

        assertThat(reply.shape()).isEqualTo("{\"error\":\"invalid_request\",\"request_id\":\"<id>\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    private static Stream<Arguments> malformedForms() {
        String uri = "http%3A%2F%2Flocalhost%3A3000%2Fauth%2Fcallback";
        String exchange = "grant_type=authorization_code&redirect_uri=" + uri + "&code=CODE";
        return Stream.of(
                body("a repeated parameter", exchange + "&code=CODE"),
                body("a repeated parameter that nobody knows", exchange + "&x=1&x=1"),
                body("an incomplete percent-encoding", exchange + "&x=%4"),
                body("a wrong percent-encoding", exchange + "&x=%zz"),
                body("bytes that are no UTF-8", exchange + "&x=%ff"),
                body("an empty grant_type", exchange.replace("authorization_code", "")),
                body("no grant_type", "code=CODE&redirect_uri=" + uri),
                body("JSON", "{\"grant_type\":\"authorization_code\",\"code\":\"CODE\"}"),
                body("nothing", ""));
    }

    /** D11 */
    @ParameterizedTest
    @MethodSource("malformedForms")
    void aMalformedFormIsAnInvalidRequest(String template) {
        Flow flow = Flow.of(SERVER);
        String code = flow.code();

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .body("application/x-www-form-urlencoded", template.replace("CODE", code))
                .send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** D12: what the body is, the content type says, and nobody guesses. */
    @ParameterizedTest(name = "Content-Type: {0}")
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/jsonx",
        "application/problem+json",
        "multipart/form-data; boundary=x",
        "application/json; charset=iso-8859-1",
        "application/json; charset=\"utf-16\"",
        "''",
        "/",
    })
    void jsonUnderAnotherContentTypeIsAnInvalidRequest(String contentType) {
        Flow flow = Flow.of(SERVER);
        String code = flow.code();

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .body(contentType, EXCHANGE + "\"code\":\"" + code + "\"}")
                .send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(SERVER.refusals()).anyMatch(line -> line.contains("400") && line.contains("Content-Type"));
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** D12 */
    @Test
    void aBodyWithoutContentTypeIsAnInvalidRequest() {
        Flow flow = Flow.of(SERVER);
        String code = flow.code();

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .body((EXCHANGE + "\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8))
                .send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @CsvSource({
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "Application/JSON; charset=\"utf-8\"",
        "application/json; profile=x",
    })
    void jsonIsTakenHoweverItsContentTypeIsWritten(String contentType) {
        Flow flow = Flow.of(SERVER);

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .body(contentType, EXCHANGE + "\"code\":\"" + flow.code() + "\"}")
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void formsAreTakenOnAllThreeEndpoints() {
        Flow flow = Flow.of(SERVER);
        Pair pair = Pair.of(SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .form(Map.of(
                        "grant_type", "authorization_code",
                        "code", flow.code(),
                        "redirect_uri", App.EXAMPLE.redirectUri()))
                .send());

        Reply introspected = SERVER.post(Flow.INTROSPECT)
                .basic(App.EXAMPLE)
                .form(Map.of("token", pair.access()))
                .send();
        Reply revoked = SERVER.post(Flow.REVOKE)
                .basic(App.EXAMPLE)
                .form(Map.of("token", pair.access()))
                .send();

        assertThat(introspected.json().path("active").asBoolean()).isTrue();
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(flow.active(pair.access())).isFalse();
    }

    /** Clients in wide use send a state, an empty external_account, null where they have nothing. */
    @Test
    void whatNobodyKnowsIsIgnored() {
        Flow flow = Flow.of(SERVER);

        Reply reply = SERVER.post(Flow.TOKEN)
                .basic(App.EXAMPLE)
                .json(EXCHANGE + "\"code\":\"" + flow.code() + "\",\"state\":\"s\",\"external_account\":{\"key\":\"\","
                        + "\"name\":\"\"},\"code_verifier\":null,\"nested\":{\"a\":[1,{}]}}")
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "grant_type {0} is {1}")
    @CsvSource({
        "password, unsupported_grant_type",
        "client_credentials, unsupported_grant_type",
        "implicit, unsupported_grant_type",
        "Authorization_Code, unsupported_grant_type",
        "urn:ietf:params:oauth:grant-type:jwt-bearer, unsupported_grant_type",
        "'', invalid_request",
    })
    void anotherGrantTypeIsRefused(String grantType, String error) {
        Reply reply = Flow.of(SERVER).token(Map.of("grant_type", grantType, "code", "x", "refresh_token", "x"));

        assertThat(reply.refusal()).isEqualTo("400 " + error);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({Flow.INTROSPECT, Flow.REVOKE})
    void aMissingOrMisshapenTokenIsAnInvalidRequest(String path) {
        for (String body : new String[] {"{}", "{\"token\":\"\"}", "{\"token\":null}", "{\"token\":[1]}", "{"}) {
            assertThat(SERVER.post(path).basic(App.EXAMPLE).json(body).send().refusal())
                    .as(body)
                    .isEqualTo("400 invalid_request");
        }
    }
}
