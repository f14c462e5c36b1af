package dev.keywright.server.authorization;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ExternalAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * One grant and its whole life, from the consent to its end: the row that tokens name.
 *
 * @param version raised by every write; the store refuses a write that was decided on another version
 * @param bot the bot of the installation, kept so that it need not be computed at every request
 * @param consentedAt when the person allowed it, in milliseconds; the absolute lifetime counts from here
 * @param externalAccount what a link-preview connection named when it exchanged the code
 */
public record Authorization(
        AuthorizationId id,
        long version,
        Installation installation,
        BotId bot,
        Instant consentedAt,
        State state,
        Optional<ExternalAccount> externalAccount) {
    /** A new authorization, its code not yet redeemed. */
    public static Authorization pending(
            AuthorizationId id, Installation installation, Instant now, Consent consent, Instant codeExpiresAt) {
        return new Authorization(
                id, 1, installation, installation.bot(), now, new Pending(consent, codeExpiresAt), Optional.empty());
    }

    /** A new authorization whose pair its maker asked for and saw: a static token, which no code led to and nothing rotates. */
    public static Authorization issued(AuthorizationId id, Installation installation, Instant now, KeyId signing) {
        Active active = Active.first(new Issue(signing, now));
        return new Authorization(id, 1, installation, installation.bot(), now, active, Optional.empty());
    }

    /** This row one version on, in another state. */
    Authorization in(State next) {
        return new Authorization(id, version + 1, installation, bot, consentedAt, next, externalAccount);
    }

    /** This row one version on, ended. An ended row stays as it is. */
    public Authorization ended(EndReason why, Instant now) {
        return state instanceof Ended ? this : in(new Ended(why, stamp(now)));
    }

    /** {@code now}, but not before the row's last stamp: stamps in a row never go back, even when the clock did. */
    Instant stamp(Instant now) {
        Instant last = switch (state) {
            case Pending pending -> consentedAt;
            case Active active -> active.current().since();
            case Ended ended -> ended.at();
        };
        return now.isBefore(last) ? last : now;
    }
}
