package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.COPY;
import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OTHER_CLIENT;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.ExternalAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may redeem a code, when, and how often. What else must fit is in {@link RedeemProofTest}. */
class RedeemTest {
    private static final String WRONG = "https://evil.example/cb";

    @Test
    void aGoodCodeMakesTheFirstGenerationWithTheSigningKey() {
        Authorization row = pending();

        Verdict<Redeem.Outcome> verdict = redeem(NOON.plusSeconds(5)).decide(row);

        Authorization next = verdict.next().orElseThrow();
        assertThat(next.state()).isEqualTo(new Active(1, new Issue(KEY, NOON.plusSeconds(5)), Optional.empty()));
        assertThat(next.version()).isEqualTo(row.version() + 1);
        assertThat(next.consentedAt()).isEqualTo(NOON);
        assertThat(verdict.outcome())
                .isInstanceOfSatisfying(
                        Redeem.Redeemed.class,
                        redeemed -> assertThat(redeemed.row()).isEqualTo(next));
    }

    @Test
    void theRowKeepsTheExternalAccount() {
        ExternalAccount account = new ExternalAccount("key", "name");
        Redeem redeem = new Redeem(
                OWNER,
                Optional.empty(),
                Optional.empty(),
                Optional.of(account),
                COPY,
                KEY,
                AuthorizationPolicy.DEFAULT,
                NOON);

        assertThat(redeem.decide(pending()).next().orElseThrow().externalAccount())
                .contains(account);
    }

    @Test
    void aCodeThatDoesNotExistIsUnknown() {
        assertThat(redeem(NOON).unknown()).isEqualTo(new Redeem.UnknownCode());
    }

    /** D5: the code's lifetime is half-open. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT9M59S", "PT9M59.999S"})
    void aCodeIsGoodUntilItsLastMillisecond(Duration age) {
        assertThat(redeem(NOON.plus(age)).decide(pending()).outcome()).isInstanceOf(Redeem.Redeemed.class);
    }

    /** D5: from its end on it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"PT10M", "PT10M0.001S", "P400D"})
    void aCodeIsExpiredFromItsEndOn(Duration age) {
        Authorization row = pending();

        assertThat(redeem(NOON.plus(age)).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.CodeExpired(row, NOON.plusSeconds(600))));
    }

    /** E10: a code that would outlive the authorization ends with it. */
    @Test
    void aCodeIsExpiredWhenTheAuthorizationHasOutlivedItsAbsoluteLifetime() {
        Authorization row = pending();
        Instant end = NOON.plusSeconds(300);

        assertThat(redeem(Example.absoluteLifetime(Duration.ofMinutes(5)), end.minusMillis(1))
                        .decide(row)
                        .outcome())
                .isInstanceOf(Redeem.Redeemed.class);
        assertThat(redeem(Example.absoluteLifetime(Duration.ofMinutes(5)), end).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.CodeExpired(row, end)));
    }

    @Test
    void aCodeIsGoodWhenTheClockWentBackBehindTheConsentAndTheStampDoesNotGoBack() {
        Authorization row = pending();

        Authorization next = redeem(NOON.minusSeconds(2)).decide(row).next().orElseThrow();

        assertThat(next.state()).isEqualTo(new Active(1, new Issue(KEY, NOON), Optional.empty()));
    }

    /** D3: B presents A's code: refused, and as good as before for A. */
    @Test
    void aCodeOfAnotherClientIsRefusedAndStaysGood() {
        Authorization row = pending();

        assertThat(redeemBy(OTHER_CLIENT).decide(row)).isEqualTo(Verdict.unchanged(new Redeem.ForeignCode(row)));
    }

    /** D3: nor can B end A's authorization with A's used code. */
    @Test
    void aUsedCodeOfAnotherClientEndsNothing() {
        Authorization row = Example.active(1, NOON);

        assertThat(redeemBy(OTHER_CLIENT).decide(row)).isEqualTo(Verdict.unchanged(new Redeem.ForeignCode(row)));
    }

    /** D1, D10: the second use ends what the first one made, whoever of the two was the thief. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 40})
    void aUsedCodeEndsTheAuthorization(long generation) {
        Authorization row = Example.active(generation, NOON.plusSeconds(5));
        Instant now = NOON.plusSeconds(9);

        Authorization over = row.ended(EndReason.CODE_REPLAYED, now);

        assertThat(redeem(now).decide(row)).isEqualTo(Verdict.changed(new Redeem.CodeAlreadyUsed(over), over));
        assertThat(over.version()).isEqualTo(row.version() + 1);
    }

    /** D1: the use comes before every other fault, so that a replay cannot hide behind one. */
    @Test
    void aUsedCodeEndsTheAuthorizationWhateverElseIsWrong() {
        Instant longAfterItsLifetime = NOON.plus(Duration.ofDays(400));
        Redeem replay = new Redeem(
                OWNER,
                Optional.of(WRONG),
                Optional.of("too short"),
                Optional.empty(),
                COPY,
                KEY,
                AuthorizationPolicy.DEFAULT,
                longAfterItsLifetime);

        assertThat(replay.decide(Example.active(3, NOON)).outcome()).isInstanceOf(Redeem.CodeAlreadyUsed.class);
    }

    /** D7, G16: whatever ended the authorization ended its code too. */
    @ParameterizedTest
    @EnumSource
    void aCodeOfAnEndedAuthorizationIsRefusedAndNothingChanges(EndReason why) {
        Authorization row = Example.ended(why);

        assertThat(redeem(NOON).decide(row))
                .isEqualTo(Verdict.unchanged(new Redeem.EndedBefore(row, new Ended(why, NOON))));
    }

    private static Redeem redeem(Instant now) {
        return redeem(AuthorizationPolicy.DEFAULT, now);
    }

    private static Redeem redeem(AuthorizationPolicy policy, Instant now) {
        return redeem(OWNER, policy, now);
    }

    private static Redeem redeemBy(ClientId client) {
        return redeem(client, AuthorizationPolicy.DEFAULT, NOON);
    }

    private static Redeem redeem(ClientId client, AuthorizationPolicy policy, Instant now) {
        return new Redeem(client, Optional.empty(), Optional.empty(), Optional.empty(), COPY, KEY, policy, now);
    }
}
