package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Revocation (RFC 7009): by any token of the authorization, all of it, and nothing else. */
class RevocationTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    private static final Flow FLOW = Flow.of(SERVER);

    private static void assertEnded(Pair pair) {
        assertThat(FLOW.me(pair.access()).status()).isEqualTo(401);
        assertThat(FLOW.me(pair.access()).field("message")).isEqualTo("API token is invalid.");
        assertThat(FLOW.active(pair.access())).isFalse();
        assertThat(FLOW.active(pair.refresh())).isFalse();
        assertThat(FLOW.refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
    }

    /** F4 */
    @Test
    void revokingTheAccessTokenEndsTheWholeAuthorization() {
        Pair pair = FLOW.tokens();

        FLOW.revoke(pair.access());

        assertEnded(pair);
    }

    /** F4 */
    @Test
    void revokingTheRefreshTokenEndsTheWholeAuthorization() {
        Pair pair = FLOW.tokens();

        FLOW.revoke(pair.refresh());

        assertEnded(pair);
    }

    /** F4: whoever has an old token of it may end it as well. */
    @Test
    void revokingATokenOfAnyGenerationEndsTheWholeAuthorization() {
        try (TestServer server = TestServer.withStillClock()) {
            Flow flow = Flow.of(server);
            Pair first = flow.tokens();
            Pair third = flow.refreshed(flow.refreshed(first));
            server.advance(Duration.ofHours(1));

            flow.revoke(first.access());

            assertThat(flow.active(third.access())).isFalse();
        }
    }

    /** F4: the bot stays, with what else the person allowed it. */
    @Test
    void revocationLeavesTheOtherAuthorizationsOfTheBotAlone() {
        Pair one = FLOW.tokens();
        Pair other = FLOW.tokens();

        FLOW.revoke(one.access());

        assertThat(FLOW.me(other.access()).field("id")).isEqualTo(one.botId());
    }

    @Test
    void revokingTwiceAnswersTheSame() {
        Pair pair = FLOW.tokens();

        assertThat(FLOW.revoke(pair.access()).shape())
                .isEqualTo(FLOW.revoke(pair.access()).shape());
    }

    /** F5: no oracle (RFC 7009 §2.2). */
    @Test
    void revokingWhatIsUnknownAnswersTheSame() {
        Pair pair = FLOW.tokens();
        String code = FLOW.code();

        assertThat(Stream.of(
                        "x",
                        "ntn_" + "0".repeat(46),
                        pair.access() + "0",
                        "nrt_" + pair.access().substring(4),
                        code))
                .allSatisfy(token -> {
                    Reply reply = FLOW.revoke(token);
                    assertThat(reply.status()).isEqualTo(200);
                    assertThat(reply.shape()).isEqualTo("{\"request_id\":\"<id>\"}");
                });
        assertThat(FLOW.active(pair.access())).isTrue();
        assertThat(FLOW.exchange(code).status()).isEqualTo(200);
    }

    /** F6: what is another's stays, and the answer does not tell. */
    @Test
    void revokingATokenOfAnotherClientChangesNothingAndAnswersTheSame() {
        Pair pair = FLOW.tokens();

        Reply reply = FLOW.as(App.REPORTS).revoke(pair.access());
        FLOW.as(App.REPORTS).revoke(pair.refresh());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape()).isEqualTo("{\"request_id\":\"<id>\"}");
        assertThat(FLOW.me(pair.access()).status()).isEqualTo(200);
        assertThat(FLOW.refresh(pair.refresh()).status()).isEqualTo(200);
    }
}
