package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lifetimes that an operator may set, each to its boundary: half-open, so that the end itself is outside. */
class LifetimesTest {
    private static final Duration TICK = Duration.ofMillis(1);

    /** E10: idle counts from the last refresh. */
    @Test
    void anAuthorizationThatIsNotRefreshedOutlivesItsIdleLifetimeNot() {
        try (TestServer server = TestServer.withStillClock("idle_lifetime", "P30D")) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();

            server.advance(Duration.ofDays(30).minus(TICK));
            Pair second = flow.refreshed(first);
            server.advance(Duration.ofDays(30).minus(TICK));
            assertThat(flow.me(second.access()).status()).isEqualTo(200);
            assertThat(flow.active(second.refresh())).isTrue();

            server.advance(TICK);
            assertThat(flow.me(second.access()).status()).isEqualTo(401);
            assertThat(flow.active(second.refresh())).isFalse();
            assertThat(flow.refresh(second.refresh()).refusal()).isEqualTo("400 invalid_grant");
        }
    }

    /** E10: refreshing never passes the absolute end, which counts from the consent. */
    @Test
    void refreshingDoesNotPassTheAbsoluteEnd() {
        try (TestServer server = TestServer.withStillClock("absolute_lifetime", "P1D")) {
            Flow flow = Flow.of(server);
            String code = flow.code();
            server.advance(Duration.ofMinutes(9));
            Pair pair = Pair.of(flow.exchange(code));

            server.advance(Duration.ofDays(1).minus(Duration.ofMinutes(9)).minus(TICK));
            Pair last = flow.refreshed(pair);
            assertThat(flow.me(last.access()).status()).isEqualTo(200);

            server.advance(TICK);
            assertThat(flow.me(last.access()).status()).isEqualTo(401);
            assertThat(flow.refresh(last.refresh()).refusal()).isEqualTo("400 invalid_grant");
        }
    }

    /** E10: an access token's own end leaves the refresh token good. */
    @Test
    void anAccessTokenEndsWithItsOwnLifetimeAndIsRefreshed() {
        try (TestServer server = TestServer.withStillClock("access_token_lifetime", "PT1H")) {
            Flow flow = Flow.of(server);
            Reply reply = flow.exchange(flow.code());
            Pair pair = Pair.of(reply);

            assertThat(reply.text()).contains("\"token_type\":\"bearer\",\"expires_in\":3600,\"refresh_token\":");
            server.advance(Duration.ofHours(1).minus(TICK));
            assertThat(flow.me(pair.access()).status()).isEqualTo(200);

            server.advance(TICK);
            assertThat(flow.me(pair.access()).status()).isEqualTo(401);
            assertThat(flow.active(pair.access())).isFalse();
            assertThat(flow.me(flow.refreshed(pair).access()).status()).isEqualTo(200);
        }
    }

    /** E10: an answer repeated within the grace promises no more time than is left. */
    @Test
    void aRepeatedAnswerSaysHowLongTheTokenStillLives() {
        try (TestServer server = TestServer.withStillClock("access_token_lifetime", "PT1H")) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();
            flow.refreshed(first);
            server.advance(Duration.ofSeconds(59));

            Reply repeated = flow.refresh(first.refresh());

            assertThat(repeated.json().path("expires_in").asInt()).isEqualTo(3541);
        }
    }

    @Test
    void introspectionSaysWhenItEndsInTheStandardDialect() {
        try (TestServer server = TestServer.withStillClock("access_token_lifetime", "PT1H", "dialect", "standard")) {
            Flow flow = Flow.of(server);

            Reply reply = flow.introspect(flow.tokens().access());

            assertThat(reply.json().path("exp").asLong())
                    .isEqualTo(reply.json().path("iat").asLong() + 3600);
        }
    }

    /** Without a lifetime nothing ends by itself, and {@code expires_in} is left out. */
    @Test
    void withoutLifetimesATokenIsGoodTenYearsLater() {
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            Reply reply = flow.exchange(flow.code());

            server.advance(Duration.ofDays(3650));

            assertThat(reply.text()).doesNotContain("expires_in");
            assertThat(flow.me(reply.field("access_token")).status()).isEqualTo(200);
            assertThat(flow.refresh(reply.field("refresh_token")).status()).isEqualTo(200);
        }
    }

    /** A grace of zero turns it off: whoever repeats a refresh has replayed it. */
    @Test
    void withoutGraceTheSecondUseIsAReplay() {
        try (TestServer server = TestServer.withStillClock("rotation_grace", "PT0S")) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();
            Pair second = flow.refreshed(first);

            assertThat(flow.me(first.access()).status()).isEqualTo(401);
            assertThat(flow.refresh(first.refresh()).refusal()).isEqualTo("400 invalid_grant");
            assertThat(flow.me(second.access()).status()).isEqualTo(401);
        }
    }
}
