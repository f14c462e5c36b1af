package dev.keywright.server.authorization;

import static dev.keywright.server.authorization.Example.CAPABILITIES;
import static dev.keywright.server.authorization.Example.COPY;
import static dev.keywright.server.authorization.Example.INSTALLATION;
import static dev.keywright.server.authorization.Example.KEY;
import static dev.keywright.server.authorization.Example.NOON;
import static dev.keywright.server.authorization.Example.OWNER;
import static dev.keywright.server.authorization.Example.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What follows from a redemption beyond the row: what the person granted takes effect now, and not before. */
class RedeemConsequencesTest {
    private static final PageId TEMPLATE = new PageId(new UUID(5, 1));

    private static final Bot BOT = new Bot(INSTALLATION.bot(), INSTALLATION, CAPABILITIES, Set.of(PAGE));

    @Test
    void theBotIsInstalledWithWhatWasConsentedTo() {
        Verdict<Redeem.Outcome> verdict = redeem(AuthorizationPolicy.DEFAULT).decide(Example.pending());

        assertThat(verdict.consequences()).containsExactly(new Consequence.InstallBot(BOT));
        assertThat(redeemed(verdict).bot()).isEqualTo(BOT);
        assertThat(redeemed(verdict).duplicatedTemplate()).isEmpty();
    }

    @Test
    void aTemplateIsCopiedBeforeTheBotIsInstalledWithTheCopyAlone() {
        Bot bot = new Bot(INSTALLATION.bot(), INSTALLATION, CAPABILITIES, Set.of(COPY));

        Verdict<Redeem.Outcome> verdict = redeem(AuthorizationPolicy.DEFAULT).decide(template());

        assertThat(verdict.consequences())
                .containsExactly(
                        new Consequence.CopyTemplate(TEMPLATE, COPY, bot, NOON), new Consequence.InstallBot(bot));
        assertThat(redeemed(verdict).duplicatedTemplate()).contains(COPY);
    }

    /** The new authorization is one of those to keep. */
    @Test
    void theAuthorizationsThatAreTooManyEndAfterTheBotIsInstalled() {
        Verdict<Redeem.Outcome> verdict =
                redeem(Example.authorizationsPerBot(50)).decide(Example.pending());

        assertThat(verdict.consequences())
                .containsExactly(new Consequence.InstallBot(BOT), new Consequence.EndUnusedLongest(BOT, 50, NOON));
    }

    @Test
    void theBotIsTheSameWheneverThePersonInstallsAgain() {
        Authorization again = Authorization.pending(
                new AuthorizationId(1, (short) 1), INSTALLATION, NOON, Example.consent(), NOON.plusSeconds(600));

        assertThat(redeemed(redeem(AuthorizationPolicy.DEFAULT).decide(again))
                        .bot()
                        .id())
                .isEqualTo(redeemed(redeem(AuthorizationPolicy.DEFAULT).decide(Example.pending()))
                        .bot()
                        .id());
    }

    /** D1: nothing is installed or copied once more. */
    @Test
    void aReplayHasNoConsequences() {
        assertThat(redeem(Example.authorizationsPerBot(1))
                        .decide(Example.active(1, NOON))
                        .consequences())
                .isEmpty();
    }

    private static Authorization template() {
        return Example.pending(
                new Consent(CAPABILITIES, Set.of(PAGE), Optional.of(TEMPLATE), Optional.empty(), Optional.empty()));
    }

    private static Redeem.Redeemed redeemed(Verdict<Redeem.Outcome> verdict) {
        return (Redeem.Redeemed) verdict.outcome();
    }

    private static Redeem redeem(AuthorizationPolicy policy) {
        return new Redeem(OWNER, Optional.empty(), Optional.empty(), Optional.empty(), COPY, KEY, policy, NOON);
    }
}
