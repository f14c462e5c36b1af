package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotation: every refresh makes a new pair, the one before is good for the grace, and what is older ends it all. */
class RefreshTest {
    private static final Duration GRACE = Duration.ofSeconds(60);
    private static final Duration TICK = Duration.ofMillis(1);

    @AutoClose
    private final TestServer server = TestServer.withStillClock();

    private final Flow flow = Flow.of(server);

    private void assertEnded(Pair... pairs) {
        assertThat(Stream.of(pairs)).allSatisfy(pair -> {
            assertThat(flow.me(pair.access()).status()).isEqualTo(401);
            assertThat(flow.refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
        });
    }

    /** E1: a refresh token that was replaced is in two hands (RFC 9700 §4.14.2). */
    @Test
    void aReplacedTokenOutsideTheGraceEndsTheAuthorization() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        server.advance(GRACE);

        Reply replay = flow.refresh(first.refresh());

        assertThat(replay.refusal()).isEqualTo("400 invalid_grant");
        assertEnded(first, second);
    }

    /** E1: and leaves what the person allowed besides. */
    @Test
    void aReplayLeavesTheOtherAuthorizationsOfTheBotAlone() {
        Pair other = flow.tokens();
        Pair first = flow.tokens();
        flow.refreshed(first);
        server.advance(GRACE);

        flow.refresh(first.refresh());

        assertThat(flow.active(other.access())).isTrue();
        assertThat(flow.me(other.access()).status()).isEqualTo(200);
    }

    /** E3: within the grace a lost answer is asked for again, and it is the same answer. */
    @Test
    void thePreviousTokenWithinTheGraceGetsTheSamePairEachTime() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);

        assertThat(flow.refreshed(first)).isEqualTo(second);
        server.advance(GRACE.minus(TICK));
        assertThat(flow.refreshed(first)).isEqualTo(second);
        assertThat(flow.refreshed(second).access()).isNotEqualTo(second.access());
    }

    /** E3: the window counts from the rotation, half-open, and using it does not extend it. */
    @Test
    void theGraceEndsSixtySecondsAfterTheRotationHoweverOftenItWasUsed() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        server.advance(GRACE.minus(TICK));
        flow.refreshed(first);
        server.advance(TICK);

        assertThat(flow.refresh(first.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertEnded(second);
    }

    /** E4: the clock stands still, so nothing but the generation number tells what is older. */
    @Test
    void rotationsWithinOneMillisecondAreInOrder() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        Pair third = flow.refreshed(second);

        assertThat(Stream.of(first, second, third).map(Pair::access).distinct()).hasSize(3);
        assertThat(flow.refreshed(second)).isEqualTo(third);
        assertThat(flow.refresh(first.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertEnded(third);
    }

    /** E6: the grace is for one generation, however fast the next ones came. */
    @Test
    void theGrandparentTokenEndsTheAuthorizationWithinTheGrace() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        Pair third = flow.refreshed(second);

        assertThat(flow.refresh(first.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertEnded(second, third);
    }

    /** E7: nobody ends what is not his (RFC 6749 §10.4). */
    @Test
    void aRefreshTokenOfAnotherClientIsRefusedAndStaysGood() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        server.advance(GRACE);

        Reply live = flow.as(App.REPORTS).refresh(second.refresh());
        Reply replaced = flow.as(App.REPORTS).refresh(first.refresh());

        assertThat(live.refusal()).isEqualTo("400 invalid_grant");
        assertThat(replaced.refusal()).isEqualTo("400 invalid_grant");
        assertThat(flow.refresh(second.refresh()).status()).isEqualTo(200);
    }

    /** E8 */
    @Test
    void whatIsNoRefreshTokenIsRefusedAndEndsNothing() {
        Pair pair = flow.tokens();
        String code = flow.code();
        char last = pair.refresh().charAt(49);
        String shape = "{\"error\":\"invalid_grant\",\"request_id\":\"<id>\"}";

        assertThat(Stream.of(
                        pair.access(),
                        code,
                        "nrt_" + pair.access().substring(4),
                        pair.refresh().substring(0, 49),
                        pair.refresh() + "0",
                        pair.refresh().substring(0, 49) + (last == 'A' ? 'B' : 'A'),
                        "NRT_" + pair.refresh().substring(4),
                        " " + pair.refresh(),
                        "nrt_99999999999" + pair.refresh().substring(15),
                        "nrt_" + "z".repeat(46),
                        "nrt_00000000001" + "z".repeat(35)))
                .allSatisfy(presented -> {
                    Reply reply = flow.refresh(presented);
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.shape()).isEqualTo(shape);
                });
        assertThat(flow.refresh(pair.refresh()).status()).isEqualTo(200);
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** E9: a refresh narrows nothing and widens nothing. */
    @Test
    void whatARefreshAsksForBesidesIsIgnored() {
        Flow reports = flow.as(App.REPORTS);
        Pair pair = reports.tokens();
        Reply before = reports.introspect(pair.access());

        Reply reply = reports.token(Map.of(
                "grant_type", "refresh_token",
                "refresh_token", pair.refresh(),
                "scope", "read_content update_content insert_content read_user_with_email",
                "workspace_id", "f3194a3b-381e-43e7-952c-466e473a1797",
                "pages", "99356597-6fba-4662-b6a7-30b7b12e9eed",
                "redirect_uri", "https://evil.example/",
                "code_verifier", "x"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.field("workspace_id")).isEqualTo("17ab3186-873d-418f-b899-c3f6a43f68de");
        assertThat(reports.introspect(reply.field("access_token")).field("scope"))
                .isEqualTo(before.field("scope"))
                .isEqualTo("read_content read_user_without_email");
    }

    /** E11: the old access token has the grace, and not a millisecond more. */
    @Test
    void thePreviousAccessTokenIsGoodForTheGrace() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);

        server.advance(GRACE.minus(TICK));
        assertThat(flow.me(first.access()).status()).isEqualTo(200);
        assertThat(flow.active(first.access())).isTrue();

        server.advance(TICK);
        assertThat(flow.me(first.access()).status()).isEqualTo(401);
        assertThat(flow.active(first.access())).isFalse();
        assertThat(flow.me(second.access()).status()).isEqualTo(200);
    }

    /** E11: using it ends nothing; only a refresh token can be replayed. */
    @Test
    void aReplacedAccessTokenEndsNothing() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        server.advance(GRACE);

        flow.me(first.access());
        flow.introspect(first.refresh());

        assertThat(flow.refresh(second.refresh()).status()).isEqualTo(200);
    }

    /** E11 */
    @Test
    void theGrandparentAccessTokenIsOverAtOnce() {
        Pair first = flow.tokens();
        flow.refreshed(flow.refreshed(first));

        assertThat(flow.me(first.access()).status()).isEqualTo(401);
    }

    /** C11: a connection without refresh tokens has null for one, and no use for the grant. */
    @Test
    void aConnectionThatGetsNoRefreshTokensMayNotUseTheGrant(@TempDir Path folder) {
        try (TestServer other = TestWorld.emulate(folder)) {
            Flow kiosk = new Flow(other, TestWorld.KIOSK);

            Reply exchanged = kiosk.exchange(kiosk.code());
            Reply refreshed = kiosk.refresh("nrt_x");

            assertThat(exchanged.text()).contains(",\"refresh_token\":null,\"bot_id\":");
            assertThat(refreshed.refusal()).isEqualTo("400 unauthorized_client");
        }
    }
}
