package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OTHER_CLIENT;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.active;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Revocation by any genuine token of the authorization, from its own client. */
class RevokeTest {
    private static final Instant NOW = NOON.plusSeconds(90);

    /**
     * F3, F4: either kind, any generation: the current one, the one before after its grace, one long replaced, and one of
     * a generation ahead, which an authorization restored from a backup has.
     */
    @ParameterizedTest
    @CsvSource({
        "ACCESS, 4, 2",
        "REFRESH, 4, 2",
        "ACCESS, 3, 1",
        "REFRESH, 3, 1",
        "ACCESS, 1, 1",
        "REFRESH, 1, 1",
        "REFRESH, 9, 2"
    })
    void anyGenuineTokenEndsTheAuthorization(TokenKind kind, long generation, int key) {
        Authorization row = active(4, NOON);

        Authorization over = row.ended(EndReason.REVOKED, NOW);

        assertThat(revoke(new Token(kind, new KeyId(key), generation, Example.ID))
                        .decide(row))
                .isEqualTo(Verdict.changed(new Revoke.Revoked(over), over));
        assertThat(over.version()).isEqualTo(row.version() + 1);
    }

    /** F4, E5: after the answer nothing of the authorization is honoured, of either kind. */
    @ParameterizedTest
    @EnumSource
    void noTokenIsHonouredAfterARevocation(TokenKind kind) {
        Authorization over = revoke(Example.refreshToken(4, KEY))
                .decide(active(4, NOON))
                .next()
                .orElseThrow();

        assertThat(Honour.of(new Token(kind, KEY, 4, Example.ID), over, AuthorizationPolicy.DEFAULT, NOW))
                .isEqualTo(new Honour.NotHonoured("the authorization ended because its client revoked it"));
    }

    /** F5: what is not there needs no revoking. */
    @Test
    void aTokenWhoseRowIsNotThereIsUnknown() {
        assertThat(revoke(Example.refreshToken(1, KEY)).unknown()).isEqualTo(new Revoke.UnknownAuthorization());
    }

    /** F6: the token of another client stays alive. */
    @ParameterizedTest
    @EnumSource
    void aTokenOfAnotherClientChangesNothing(TokenKind kind) {
        Authorization row = active(4, NOON);
        Token token = new Token(kind, KEY, 4, Example.ID);

        assertThat(new Revoke(token, OTHER_CLIENT, AuthorizationPolicy.DEFAULT, NOW).decide(row))
                .isEqualTo(Verdict.unchanged(new Revoke.ForeignToken(row)));
    }

    /** Why it ended stays what it was. */
    @ParameterizedTest
    @EnumSource
    void anEndedAuthorizationStaysAsItIs(EndReason why) {
        Authorization row = Example.ended(why);

        assertThat(revoke(Example.refreshToken(1, KEY)).decide(row))
                .isEqualTo(Verdict.unchanged(new Revoke.AlreadyEnded(row)));
    }

    /** A stolen key revokes nothing that another key's token stands for. */
    @ParameterizedTest
    @CsvSource({"4, 1", "4, 3", "3, 2", "3, 3"})
    void aTokenThatWasNeverIssuedChangesNothing(long generation, int key) {
        Authorization row = active(4, NOON);

        assertThat(revoke(Example.refreshToken(generation, new KeyId(key))).decide(row))
                .isEqualTo(Verdict.unchanged(new Revoke.NotIssued(row)));
    }

    /** G15: restored to before the redemption: the token is genuine, so its client may end what it stands for. */
    @Test
    void anAuthorizationThatIsPendingAgainEndsAndItsCodeWithIt() {
        Authorization over = revoke(Example.refreshToken(1, KEY))
                .decide(Example.pending())
                .next()
                .orElseThrow();

        assertThat(over.state()).isEqualTo(new Ended(EndReason.REVOKED, NOW));
    }

    @Test
    void anOutlivedAuthorizationEnds() {
        Revoke revoke =
                new Revoke(Example.accessToken(4, KEY), OWNER, Example.absoluteLifetime(Duration.ofSeconds(1)), NOW);

        assertThat(revoke.decide(active(4, NOON)).outcome()).isInstanceOf(Revoke.Revoked.class);
    }

    private static Revoke revoke(Token token) {
        return new Revoke(token, OWNER, AuthorizationPolicy.DEFAULT, NOW);
    }
}
