package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NEW_KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OLD_KEY;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.absoluteLifetime;
import static dev.keywright.server.authorization.Example.active;
import static dev.keywright.server.authorization.Example.grace;
import static dev.keywright.server.authorization.Example.idleLifetime;
import static dev.keywright.server.authorization.Example.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a refresh token stops: the grace, the idle and the absolute lifetime, each half-open, and clocks that go back. */
class RefreshTimeTest {
    private static final AuthorizationPolicy MINUTE = grace(Duration.ofSeconds(60));
    private static final Duration LIFETIME = Duration.ofDays(30);

    /** E3: the window counts from the rotation and is half-open. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT59.999S"})
    void thePreviousTokenIsHonouredWithinTheGrace(Duration later) {
        assertThat(previous(MINUTE, NOON.plus(later)).decide(active(2, NOON)).outcome())
                .isInstanceOf(Refresh.Refreshed.class);
    }

    /** E3: its end is outside. */
    @ParameterizedTest
    @ValueSource(strings = {"PT60S", "PT60.001S", "P400D"})
    void thePreviousTokenIsAReplayFromTheEndOfTheGraceOn(Duration later) {
        assertThat(previous(MINUTE, NOON.plus(later)).decide(active(2, NOON)).outcome())
                .isInstanceOf(Refresh.Replayed.class);
    }

    /** E3: using the grace does not extend it, for there is nothing that a use would write. */
    @Test
    void theGraceCannotBeExtendedByUsingIt() {
        Authorization row = active(2, NOON);
        for (int second = 0; second < 60; second++) {
            assertThat(previous(MINUTE, NOON.plusSeconds(second)).decide(row).next())
                    .isEmpty();
        }

        assertThat(previous(MINUTE, NOON.plusSeconds(60)).decide(row).outcome()).isInstanceOf(Refresh.Replayed.class);
    }

    /** E2: without a grace the second of two is a replay, even in the same millisecond. */
    @ParameterizedTest
    @ValueSource(strings = {"PT-5S", "PT0S", "PT0.001S"})
    void withoutAGraceThePreviousTokenIsAReplayAtOnce(Duration later) {
        assertThat(previous(grace(Duration.ZERO), NOON.plus(later))
                        .decide(active(2, NOON))
                        .outcome())
                .isInstanceOf(Refresh.Replayed.class);
    }

    @Test
    void aClockThatWentBackCountsAsNoTimeAtAll() {
        assertThat(previous(MINUTE, NOON.minus(Duration.ofDays(1)))
                        .decide(active(2, NOON))
                        .outcome())
                .isInstanceOf(Refresh.Refreshed.class);
    }

    @Test
    void aStampDoesNotGoBackWhenTheClockDid() {
        Authorization next = current(MINUTE, NOON.minusSeconds(5))
                .decide(active(2, NOON))
                .next()
                .orElseThrow();

        assertThat(((Active) next.state()).current()).isEqualTo(new Issue(NEW_KEY, NOON));
    }

    @Test
    void theEndOfAnAuthorizationIsNotBeforeItsLastGeneration() {
        Authorization over = active(2, NOON).ended(EndReason.DISCONNECTED, NOON.minusSeconds(5));

        assertThat(over.state()).isEqualTo(new Ended(EndReason.DISCONNECTED, NOON));
    }

    /** E10: the idle lifetime counts from the last refresh and is half-open. */
    @Test
    void theIdleLifetimeIsExact() {
        Authorization row = active(2, NOON.plusSeconds(100));
        Instant end = NOON.plusSeconds(100).plus(LIFETIME);

        assertThat(current(idleLifetime(LIFETIME), end.minusMillis(1))
                        .decide(row)
                        .outcome())
                .isInstanceOf(Refresh.Refreshed.class);
        assertThat(current(idleLifetime(LIFETIME), end).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.Outlived(end))));
    }

    /** E10: every refresh begins the idle lifetime anew. */
    @Test
    void aRefreshBeginsTheIdleLifetimeAnew() {
        Instant last = NOON.plus(LIFETIME).minusMillis(1);
        Authorization next = current(idleLifetime(LIFETIME), last)
                .decide(active(2, NOON))
                .next()
                .orElseThrow();

        Instant end = last.plus(LIFETIME);
        assertThat(newest(idleLifetime(LIFETIME), end.minusMillis(1))
                        .decide(next)
                        .outcome())
                .isInstanceOf(Refresh.Refreshed.class);
        assertThat(newest(idleLifetime(LIFETIME), end).decide(next).outcome()).isInstanceOf(Refresh.NotHonoured.class);
    }

    /** E10: the absolute lifetime counts from the consent, and no refresh passes its end. */
    @Test
    void noRefreshPassesTheAbsoluteEnd() {
        Instant end = NOON.plus(LIFETIME);
        Authorization next = current(absoluteLifetime(LIFETIME), end.minusMillis(1))
                .decide(active(2, NOON))
                .next()
                .orElseThrow();

        assertThat(newest(absoluteLifetime(LIFETIME), end).decide(next))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(next, new Standing.Outlived(end))));
    }

    /** E10: the grace ends with the authorization. */
    @Test
    void aRepeatWithinTheGraceDoesNotPassTheAbsoluteEnd() {
        Instant end = NOON.plus(LIFETIME);
        Authorization row = active(2, end.minusSeconds(1));

        assertThat(previous(absoluteLifetime(LIFETIME), end).decide(row).outcome())
                .isEqualTo(new Refresh.NotHonoured(row, new Standing.Outlived(end)));
    }

    /** That the row is alive is checked before the generation. */
    @Test
    void aReplacedTokenOfAnOutlivedAuthorizationEndsNothing() {
        Authorization row = active(9, NOON);
        Instant end = NOON.plus(LIFETIME);

        assertThat(new Refresh(refreshToken(1, KEY), OWNER, KEY, absoluteLifetime(LIFETIME), end).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.Outlived(end))));
    }

    private static Refresh previous(AuthorizationPolicy policy, Instant now) {
        return new Refresh(refreshToken(1, OLD_KEY), OWNER, NEW_KEY, policy, now);
    }

    private static Refresh current(AuthorizationPolicy policy, Instant now) {
        return new Refresh(refreshToken(2, KEY), OWNER, NEW_KEY, policy, now);
    }

    private static Refresh newest(AuthorizationPolicy policy, Instant now) {
        return new Refresh(refreshToken(3, NEW_KEY), OWNER, NEW_KEY, policy, now);
    }
}
