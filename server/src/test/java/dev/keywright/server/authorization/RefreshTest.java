package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NEW_KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OLD_KEY;
import static dev.keywright.server.authorization.Example.OTHER_CLIENT;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.active;
import static dev.keywright.server.authorization.Example.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.ClientId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a refresh token, by its generation and its key. When things end by time is in {@link RefreshTimeTest}. */
class RefreshTest {
    @Test
    void theCurrentTokenMakesTheNextGenerationWithTheSigningKey() {
        Authorization row = active(4, NOON);
        Instant now = NOON.plusSeconds(500);

        Verdict<Refresh.Outcome> verdict = refresh(refreshToken(4, KEY), now).decide(row);

        Authorization next = verdict.next().orElseThrow();
        Active state = new Active(5, new Issue(NEW_KEY, now), Optional.of(new Issue(KEY, NOON)));
        assertThat(next.state()).isEqualTo(state);
        assertThat(next.version()).isEqualTo(row.version() + 1);
        assertThat(next.consentedAt()).isEqualTo(row.consentedAt());
        assertThat(verdict.outcome()).isEqualTo(new Refresh.Refreshed(next, state, false));
    }

    @Test
    void aTokenWhoseRowIsNotThereIsUnknown() {
        assertThat(refresh(refreshToken(1, KEY), NOON).unknown()).isEqualTo(new Refresh.UnknownAuthorization());
    }

    /** A lost answer is harmless: nothing is written, and the pair is that of the row's generation. */
    @Test
    void thePreviousTokenGetsTheVerySameSuccessorWithinTheGrace() {
        Authorization row = active(2, NOON);

        assertThat(refresh(refreshToken(1, OLD_KEY), NOON.plusSeconds(59)).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.Refreshed(row, (Active) row.state(), true)));
    }

    /** E1: outside the grace a replaced token ends the authorization, and the new pair with it. */
    @Test
    void aReplacedTokenEndsTheAuthorizationAfterTheGrace() {
        Authorization row = active(2, NOON);
        Instant now = NOON.plusSeconds(60);

        Authorization over = row.ended(EndReason.REFRESH_TOKEN_REPLAYED, now);

        assertThat(refresh(refreshToken(1, OLD_KEY), now).decide(row))
                .isEqualTo(Verdict.changed(new Refresh.Replayed(over, 1, 2), over));
        assertThat(refresh(refreshToken(2, KEY), now).decide(over).outcome())
                .isEqualTo(new Refresh.NotHonoured(
                        over, new Standing.Over(new Ended(EndReason.REFRESH_TOKEN_REPLAYED, now))));
    }

    /** E6: the grace is for generation n-1 alone. */
    @Test
    void aTokenTwoGenerationsOldEndsTheAuthorizationEvenWithinTheGrace() {
        Authorization row = active(3, NOON);

        assertThat(refresh(refreshToken(1, OLD_KEY), NOON).decide(row).outcome())
                .isInstanceOf(Refresh.Replayed.class);
    }

    /** E4: two rotations in one millisecond are told apart by their generation, not by their time. */
    @Test
    void twoRotationsInOneMillisecondAreOrderedByGeneration() {
        Authorization second = refresh(refreshToken(1, KEY), NOON)
                .decide(active(1, NOON))
                .next()
                .orElseThrow();
        Authorization third =
                refresh(refreshToken(2, NEW_KEY), NOON).decide(second).next().orElseThrow();

        assertThat(refresh(refreshToken(2, NEW_KEY), NOON).decide(third).outcome())
                .isEqualTo(new Refresh.Refreshed(third, (Active) third.state(), true));
        assertThat(refresh(refreshToken(1, KEY), NOON).decide(third).outcome()).isInstanceOf(Refresh.Replayed.class);
    }

    /** E7: B presents A's token: refused, and A's authorization stays as it is, even if the token was long replaced. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 9})
    void aTokenOfAnotherClientChangesNothing(long generation) {
        Authorization row = active(4, NOON);

        assertThat(refresh(refreshToken(generation, KEY), OTHER_CLIENT, NOON.plusSeconds(90))
                        .decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.ForeignToken(row)));
    }

    /** E5, I3: whatever ended it, no token of it is honoured, and nothing revives it. */
    @ParameterizedTest
    @EnumSource
    void noTokenOfAnEndedAuthorizationIsHonoured(EndReason why) {
        Authorization row = Example.ended(why);
        Standing over = new Standing.Over(new Ended(why, NOON));

        for (long generation = 1; generation < 5; generation++) {
            assertThat(refresh(refreshToken(generation, KEY), NOON).decide(row))
                    .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, over)));
        }
    }

    /** G15: the database was restored; it is not the client's fault, and nothing ends. */
    @Test
    void aTokenOfAGenerationAheadIsRefusedAndNothingEnds() {
        Authorization row = active(4, NOON);

        assertThat(refresh(refreshToken(5, KEY), NOON).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.Ahead(5, 4))));
    }

    /** G15: restored to before the redemption. */
    @Test
    void aTokenOfAnAuthorizationThatIsPendingAgainIsRefusedAndItsCodeStaysGood() {
        Authorization row = Example.pending();

        assertThat(refresh(refreshToken(1, KEY), NOON).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.Ahead(1, 0))));
    }

    /** A stolen key is useless against rows that have moved on to a new one. */
    @Test
    void aCurrentTokenOfAnotherKeyIsRefusedAndNothingEnds() {
        Authorization row = active(2, NOON);

        assertThat(refresh(refreshToken(2, OLD_KEY), NOON).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.OtherKey(OLD_KEY))));
    }

    /** Nor can it end one: the token was never issued, so it is no replay. */
    @ParameterizedTest
    @ValueSource(ints = {0, 59, 60, 100_000})
    void aPreviousTokenOfAnotherKeyIsRefusedAndNothingEnds(int secondsLater) {
        Authorization row = active(2, NOON);

        assertThat(refresh(refreshToken(1, KEY), NOON.plusSeconds(secondsLater)).decide(row))
                .isEqualTo(Verdict.unchanged(new Refresh.NotHonoured(row, new Standing.OtherKey(KEY))));
    }

    /** Only the keys of two generations are recorded, so of an older token no more than its MAC is known. */
    @Test
    void anOlderTokenOfAnyKeyIsAReplay() {
        assertThat(refresh(refreshToken(1, NEW_KEY), NOON)
                        .decide(active(3, NOON))
                        .outcome())
                .isInstanceOf(Refresh.Replayed.class);
    }

    private static Refresh refresh(Token token, Instant now) {
        return refresh(token, OWNER, now);
    }

    private static Refresh refresh(Token token, ClientId client, Instant now) {
        return new Refresh(token, client, NEW_KEY, AuthorizationPolicy.DEFAULT, now);
    }
}
