package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every answer carries in its head, success or refusal. */
class CommonHeadersTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    private static final String UUID_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final Flow FLOW = Flow.of(SERVER);

    private static Arguments answer(String name, Supplier<Reply> reply) {
        return Arguments.argumentSet(name, reply);
    }

    private static Stream<Arguments> oauth() {
        return Stream.of(
                answer("exchange", () -> FLOW.exchange(FLOW.code())),
                answer("refresh", () -> FLOW.refresh(FLOW.tokens().refresh())),
                answer("introspection", () -> FLOW.introspect("ntn_x")),
                answer("revocation", () -> FLOW.revoke("ntn_x")),
                answer("invalid_client", () -> SERVER.post(Flow.TOKEN).send()),
                answer("invalid_grant", () -> FLOW.refresh("nrt_x")),
                answer("invalid_request", () -> FLOW.token(Map.of())),
                answer("unknown URL", () -> SERVER.post("/v1/oauth/other").send()));
    }

    private static Stream<Arguments> json() {
        return Stream.concat(
                oauth(),
                Stream.of(
                        answer("bot", () -> FLOW.me(FLOW.tokens().access())),
                        answer("unauthorized", () -> FLOW.me("ntn_x")),
                        answer(
                                "missing_version",
                                () -> SERVER.get(Flow.ME)
                                        .bearer(FLOW.tokens().access())
                                        .send()),
                        answer("unknown path", () -> SERVER.get("/").send())));
    }

    @ParameterizedTest
    @MethodSource("json")
    void theRequestIdIsInBodyAndHeader(Supplier<Reply> answer) {
        Reply reply = answer.get();

        assertThat(reply.field("request_id")).matches(UUID_4);
        assertThat(reply.header("x-notion-request-id")).isEqualTo(reply.field("request_id"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void theContentTypeIsJsonAndIsNotGuessed(Supplier<Reply> answer) {
        Reply reply = answer.get();

        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("content-length")).isEqualTo(Integer.toString(reply.body().length));
    }

    /** D14: what a token endpoint answers is kept nowhere (RFC 6749 §5.1), and no other origin may read it. */
    @ParameterizedTest
    @MethodSource("oauth")
    void anOauthAnswerIsNotStoredAndNotShared(Supplier<Reply> answer) {
        Reply reply = answer.get();

        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.header("pragma")).isEqualTo("no-cache");
        assertThat(reply.headers())
                .noneMatch(header ->
                        header.getKey().toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    @ParameterizedTest
    @MethodSource("html")
    void aPageCannotBeFramedGuessedOrKept(Supplier<Reply> answer) {
        Reply reply = answer.get();

        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.header("x-notion-request-id")).matches(UUID_4);
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
        assertThat(reply.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(reply.all("cache-control")).isEqualTo(List.of("no-store"));
        assertThat(reply.header("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
    }

    private static Stream<Arguments> html() {
        return Stream.of(
                answer("error page", () -> SERVER.get("/v1/oauth/authorize").send()),
                answer(
                        "install page",
                        () -> Browser.of(SERVER, "owner@example.com")
                                .visit("/install-integration?response_type=code&client_id=" + App.REPORTS.id())));
    }
}
