package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NEW_KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OLD_KEY;
import static dev.keywright.server.authorization.Example.accessToken;
import static dev.keywright.server.authorization.Example.active;
import static dev.keywright.server.authorization.Example.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a token is good, as introspection and the bearer check ask. */
class HonourTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AuthorizationPolicy DEFAULT = AuthorizationPolicy.DEFAULT;

    @ParameterizedTest
    @EnumSource
    void theCurrentPairIsHonouredWithoutAnEnd(TokenKind kind) {
        Instant since = NOON.plusSeconds(3);

        assertThat(Honour.of(token(kind, 4, KEY), active(4, since), DEFAULT, since.plus(Duration.ofDays(4000))))
                .isEqualTo(new Honour.Honoured(since, Optional.empty()));
    }

    /** E11: the pair before is honoured for the grace, and says that it ends there. */
    @ParameterizedTest
    @EnumSource
    void thePreviousPairIsHonouredWithinTheGrace(TokenKind kind) {
        Authorization row = active(4, NOON.plusSeconds(100));

        assertThat(Honour.of(
                        token(kind, 3, OLD_KEY),
                        row,
                        DEFAULT,
                        NOON.plusSeconds(160).minusMillis(1)))
                .isEqualTo(new Honour.Honoured(NOON, Optional.of(NOON.plusSeconds(160))));
    }

    /** E11: and not a moment longer. */
    @ParameterizedTest
    @EnumSource
    void thePreviousPairIsOverAtTheEndOfTheGrace(TokenKind kind) {
        Authorization row = active(4, NOON.plusSeconds(100));

        assertThat(Honour.of(token(kind, 3, OLD_KEY), row, DEFAULT, NOON.plusSeconds(160)))
                .isEqualTo(new Honour.NotHonoured("it is of generation 3, and the authorization is at 4"));
    }

    /** E6: an older pair is over at once. */
    @ParameterizedTest
    @EnumSource
    void anOlderPairIsOverWithinTheGrace(TokenKind kind) {
        assertThat(Honour.of(token(kind, 2, OLD_KEY), active(4, NOON), DEFAULT, NOON))
                .isEqualTo(new Honour.NotHonoured("it is of generation 2, and the authorization is at 4"));
    }

    @Test
    void withoutAGraceThePreviousPairIsOverAtOnce() {
        assertThat(Honour.of(accessToken(3, OLD_KEY), active(4, NOON), Example.grace(Duration.ZERO), NOON))
                .isInstanceOf(Honour.NotHonoured.class);
    }

    /** The lifetime of an access token counts from its generation and is half-open. */
    @Test
    void anAccessTokenExpires() {
        AuthorizationPolicy policy = Example.accessTokenLifetime(HOUR);
        Instant end = NOON.plus(HOUR);

        assertThat(Honour.of(accessToken(1, KEY), active(1, NOON), policy, end.minusMillis(1)))
                .isEqualTo(new Honour.Honoured(NOON, Optional.of(end)));
        assertThat(Honour.of(accessToken(1, KEY), active(1, NOON), policy, end))
                .isEqualTo(new Honour.NotHonoured("the access token expired at " + end));
    }

    @Test
    void aRefreshTokenDoesNotExpireWithItsAccessToken() {
        assertThat(Honour.of(
                        refreshToken(1, KEY),
                        active(1, NOON),
                        Example.accessTokenLifetime(HOUR),
                        NOON.plus(Duration.ofDays(400))))
                .isEqualTo(new Honour.Honoured(NOON, Optional.empty()));
    }

    /** E11: the grace lengthens no lifetime. */
    @Test
    void thePreviousAccessTokenExpiresByItsOwnGeneration() {
        AuthorizationPolicy policy = Example.accessTokenLifetime(HOUR);
        Authorization rotatedLate = active(2, NOON.plus(HOUR).minusSeconds(1));

        assertThat(Honour.of(accessToken(1, OLD_KEY), rotatedLate, policy, NOON.plus(HOUR)))
                .isEqualTo(new Honour.NotHonoured("the access token expired at " + NOON.plus(HOUR)));
    }

    /** E10: idle lifetime, for both kinds. */
    @ParameterizedTest
    @EnumSource
    void anIdleAuthorizationIsNotHonouredFromItsEndOn(TokenKind kind) {
        Authorization row = active(2, NOON.plusSeconds(100));
        Instant end = NOON.plusSeconds(100).plus(HOUR);

        assertThat(Honour.of(token(kind, 2, KEY), row, Example.idleLifetime(HOUR), end.minusMillis(1)))
                .isEqualTo(new Honour.Honoured(NOON.plusSeconds(100), Optional.of(end)));
        assertThat(Honour.of(token(kind, 2, KEY), row, Example.idleLifetime(HOUR), end))
                .isEqualTo(new Honour.NotHonoured("the authorization's lifetime ended at " + end));
    }

    /** E10: absolute lifetime, counted from the consent, for both kinds. */
    @ParameterizedTest
    @EnumSource
    void anAuthorizationIsNotHonouredFromItsAbsoluteEndOn(TokenKind kind) {
        Instant late = NOON.plus(HOUR).minusSeconds(5);
        Authorization row = active(2, late);
        Instant end = NOON.plus(HOUR);

        assertThat(Honour.of(token(kind, 2, KEY), row, Example.absoluteLifetime(HOUR), end.minusMillis(1)))
                .isEqualTo(new Honour.Honoured(late, Optional.of(end)));
        assertThat(Honour.of(token(kind, 2, KEY), row, Example.absoluteLifetime(HOUR), end))
                .isEqualTo(new Honour.NotHonoured("the authorization's lifetime ended at " + end));
    }

    /** Of several ends the earliest is told. */
    @Test
    void anAccessTokenDoesNotOutliveItsAuthorization() {
        AuthorizationPolicy policy = Example.policy(
                Duration.ofSeconds(60),
                Optional.of(HOUR),
                Optional.of(Duration.ofMinutes(50)),
                Optional.of(Duration.ofMinutes(40)),
                Optional.empty());

        assertThat(Honour.of(accessToken(1, KEY), active(1, NOON), policy, NOON))
                .isEqualTo(new Honour.Honoured(NOON, Optional.of(NOON.plus(Duration.ofMinutes(40)))));
    }

    @Test
    void aClockThatWentBackCountsAsNoTimeAtAll() {
        assertThat(Honour.of(accessToken(3, OLD_KEY), active(4, NOON), DEFAULT, NOON.minus(HOUR)))
                .isInstanceOf(Honour.Honoured.class);
    }

    /** A token is honoured only if its key is the one that the row recorded for that generation. */
    @Test
    void aTokenOfAnotherKeyIsNotHonoured() {
        for (Token token : new Token[] {accessToken(4, NEW_KEY), accessToken(4, OLD_KEY), accessToken(3, KEY)}) {
            assertThat(Honour.of(token, active(4, NOON), DEFAULT, NOON))
                    .isEqualTo(new Honour.NotHonoured("it was made with key " + token.keyId()
                            + ", which the authorization did not use for that generation"));
        }
    }

    /** G15: what a restored database does not know is not honoured, and the reason says what happened. */
    @Test
    void aTokenOfAGenerationAheadIsNotHonoured() {
        assertThat(Honour.of(accessToken(5, KEY), active(4, NOON), DEFAULT, NOON))
                .isEqualTo(new Honour.NotHonoured("it is of generation 5, which the authorization (at 4)"
                        + " has not reached: was the database restored?"));
    }

    /** G15: nor is one of an authorization that is pending again. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void noTokenOfAPendingAuthorizationIsHonoured(long generation) {
        assertThat(Honour.of(accessToken(generation, KEY), Example.pending(), DEFAULT, NOON))
                .isInstanceOf(Honour.NotHonoured.class);
    }

    /** F2, I3, I7: whatever ended it, neither kind is honoured, and the private reason says why. */
    @ParameterizedTest
    @EnumSource
    void noTokenOfAnEndedAuthorizationIsHonoured(EndReason why) {
        Honour.NotHonoured expected = new Honour.NotHonoured("the authorization ended because " + why.sentence());

        assertThat(Stream.of(TokenKind.values())
                        .map(kind -> Honour.of(token(kind, 1, KEY), Example.ended(why), DEFAULT, NOON)))
                .containsOnly(expected);
    }

    private static Token token(TokenKind kind, long generation, KeyId key) {
        return new Token(kind, key, generation, Example.ID);
    }
}
