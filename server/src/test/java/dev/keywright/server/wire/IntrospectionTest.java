package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who learns what about a token (RFC 7662). */
class IntrospectionTest {
    private static final String INACTIVE = "{\"active\":false,\"request_id\":\"<id>\"}";

    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    /** F1: without a client there is no answer, not even {@code active}. */
    @Test
    void withoutClientAuthenticationNothingIsSaid() {
        Pair pair = Flow.of(SERVER).tokens();
        Map<String, String> body = Map.of("token", pair.access());

        assertThat(Stream.of(
                        SERVER.post(Flow.INTROSPECT).json(body).send(),
                        SERVER.post(Flow.INTROSPECT)
                                .basic(App.EXAMPLE.id(), "x")
                                .json(body)
                                .send(),
                        SERVER.post(Flow.INTROSPECT)
                                .bearer(pair.access())
                                .json(body)
                                .send()))
                .allSatisfy(reply ->
                        assertThat(reply.shape()).isEqualTo("{\"error\":\"invalid_client\",\"request_id\":\"<id>\"}"));
    }

    /** F2: what is not the caller's live token is one and the same. */
    @Test
    void whatIsNotTheCallersLiveTokenLooksTheSame() {
        for (TestServer server : new TestServer[] {SERVER, STANDARD}) {
            Flow flow = Flow.of(server);
            Pair live = flow.tokens();
            Pair revoked = flow.tokens();
            flow.revoke(revoked.access());
            String code = flow.code();

            assertThat(Stream.of(
                            "x",
                            "ntn_" + "0".repeat(46),
                            live.access().substring(0, 49),
                            live.access() + "0",
                            "ntn_" + live.refresh().substring(4),
                            revoked.access(),
                            revoked.refresh(),
                            code))
                    .allSatisfy(
                            token -> assertThat(flow.introspect(token).shape()).isEqualTo(INACTIVE));
            assertThat(flow.as(App.REPORTS).introspect(live.access()).shape()).isEqualTo(INACTIVE);
            assertThat(flow.as(App.REPORTS).introspect(live.refresh()).shape()).isEqualTo(INACTIVE);
            assertThat(flow.active(live.access())).isTrue();
        }
    }

    /** F2: the token of an expired generation, too. */
    @Test
    void aReplacedTokenIsInactiveAfterTheGrace() {
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();
            flow.refreshed(first);
            server.advance(Duration.ofSeconds(60));

            assertThat(flow.introspect(first.access()).shape()).isEqualTo(INACTIVE);
            assertThat(flow.introspect(first.refresh()).shape()).isEqualTo(INACTIVE);
        }
    }

    @Test
    void aLiveRefreshTokenOfTheCallerIsActive() {
        Flow flow = Flow.of(SERVER);

        assertThat(flow.active(flow.tokens().refresh())).isTrue();
    }

    /** Row 12 of the dialect: each generation has its own beginning. */
    @Test
    void theIssueTimeIsTheStartOfTheTokensGeneration() {
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();
            server.advance(Duration.ofSeconds(30));
            Pair second = flow.refreshed(first);
            server.advance(Duration.ofSeconds(30));

            long one = flow.introspect(first.access()).json().path("iat").asLong();
            long other = flow.introspect(second.access()).json().path("iat").asLong();

            assertThat(other - one).isEqualTo(30_000);
        }
    }

    /** F3: the hint is a hint (RFC 7009 §2.1). */
    @ParameterizedTest(name = "token_type_hint={0}")
    @ValueSource(strings = {"access_token", "refresh_token", "id_token", "x", ""})
    void aWrongHintHidesNothing(String hint) {
        Flow flow = Flow.of(SERVER);
        Pair pair = flow.tokens();

        for (String token : new String[] {pair.access(), pair.refresh()}) {
            Map<String, String> body = Map.of("token", token, "token_type_hint", hint);
            assertThat(SERVER.post(Flow.INTROSPECT)
                            .basic(App.EXAMPLE)
                            .json(body)
                            .send()
                            .json()
                            .path("active")
                            .asBoolean())
                    .isTrue();
        }
        SERVER.post(Flow.REVOKE)
                .basic(App.EXAMPLE)
                .json(Map.of("token", pair.refresh(), "token_type_hint", hint))
                .send();
        assertThat(flow.active(pair.access())).isFalse();
    }

    @Test
    void absentCapabilitiesAreAbsentFromTheScope() {
        Flow flow = new Flow(SERVER, App.REPORTS);

        assertThat(flow.introspect(flow.tokens().access()).field("scope"))
                .isEqualTo("read_content read_user_without_email");
    }
}
