package dev.keywright.server.authorization;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.ExternalAccount;
import dev.keywright.protocol.PageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The exchange of an authorization code (RFC 6749 §4.1.3). Checked in this order: the code was made for this client; it
 * was not used before, else the authorization ends whatever else is wrong (§4.1.2); it has not expired; the redirect
 * URI; PKCE (RFC 7636 §4.6). A refusal before the use leaves the code as good as it was.
 *
 * @param presentedBy the client that authenticated
 * @param redirectUri the {@code redirect_uri} of the token request
 * @param verifier the {@code code_verifier} of the token request
 * @param copyId the id that a copy of the template would get
 */
public record Redeem(
        ClientId presentedBy,
        Optional<String> redirectUri,
        Optional<String> verifier,
        Optional<ExternalAccount> externalAccount,
        PageId copyId,
        KeyId signing,
        AuthorizationPolicy policy,
        Instant now)
        implements Decision<Redeem.Outcome> {
    /** What came of a redemption. */
    public sealed interface Outcome {}

    /**
     * The code was good.
     *
     * @param duplicatedTemplate the copy's id, when the person chose the template
     */
    public record Redeemed(Authorization row, Active state, Bot bot, Optional<PageId> duplicatedTemplate)
            implements Outcome {}

    /** The code was not good; nothing is issued. */
    public sealed interface Refused extends Outcome {}

    /** There is no such code. */
    public record UnknownCode() implements Refused {}

    /** The code was made for another client; it stays good for that one. */
    public record ForeignCode(Authorization row) implements Refused {}

    /** The code had been used; the authorization is over now, if it was not before. */
    public record CodeAlreadyUsed(Authorization row) implements Refused {}

    /** The authorization ended before its code was used. */
    public record EndedBefore(Authorization row, Ended ended) implements Refused {}

    /** The code is too old. */
    public record CodeExpired(Authorization row, Instant at) implements Refused {}

    /** {@code redirect_uri} was sent at authorize and is missing here. */
    public record RedirectUriMissing(Authorization row, String atAuthorize) implements Refused {}

    /** {@code redirect_uri} was not sent at authorize and is here. */
    public record RedirectUriNotAllowed(Authorization row, String here) implements Refused {}

    /** {@code redirect_uri} is not the one of the authorization request. */
    public record RedirectUriDiffers(Authorization row, String atAuthorize, String here) implements Refused {}

    /** How the verifier does not fit the challenge. */
    public enum PkceFault {
        VERIFIER_MISSING,
        VERIFIER_WITHOUT_CHALLENGE,
        VERIFIER_WRONG
    }

    /** The proof of possession of the code failed. */
    public record PkceFailed(Authorization row, PkceFault fault) implements Refused {}

    @Override
    public Outcome unknown() {
        return new UnknownCode();
    }

    @Override
    public Verdict<Outcome> decide(Authorization row) {
        if (!row.installation().client().equals(presentedBy)) {
            return Verdict.unchanged(new ForeignCode(row));
        }
        return switch (row.state()) {
            case Active active -> {
                Authorization over = row.ended(EndReason.CODE_REPLAYED, now);
                yield Verdict.changed(new CodeAlreadyUsed(over), over);
            }
            case Ended ended -> Verdict.unchanged(new EndedBefore(row, ended));
            case Pending pending ->
                refusal(row, pending)
                        .map(refused -> Verdict.<Outcome>unchanged(refused))
                        .orElseGet(() -> redeem(row, pending.consent()));
        };
    }

    private Optional<Refused> refusal(Authorization row, Pending pending) {
        Instant end = policy.codeEnd(row, pending);
        if (!now.isBefore(end)) {
            return Optional.of(new CodeExpired(row, end));
        }
        return redirectUriRefusal(row, pending.consent()).or(() -> pkceRefusal(row, pending.consent()));
    }

    private Optional<Refused> redirectUriRefusal(Authorization row, Consent consent) {
        if (consent.redirectUri().isEmpty()) {
            return redirectUri.map(here -> new RedirectUriNotAllowed(row, here));
        }
        String atAuthorize = consent.redirectUri().get();
        if (redirectUri.isEmpty()) {
            return Optional.of(new RedirectUriMissing(row, atAuthorize));
        }
        return redirectUri.get().equals(atAuthorize)
                ? Optional.empty()
                : Optional.of(new RedirectUriDiffers(row, atAuthorize, redirectUri.get()));
    }

    private Optional<Refused> pkceRefusal(Authorization row, Consent consent) {
        if (consent.challenge().isEmpty()) {
            // A verifier without a challenge means that someone stripped the challenge (RFC 9700 §4.8.2).
            return verifier.map(unexpected -> new PkceFailed(row, PkceFault.VERIFIER_WITHOUT_CHALLENGE));
        }
        if (verifier.isEmpty()) {
            return Optional.of(new PkceFailed(row, PkceFault.VERIFIER_MISSING));
        }
        return consent.challenge().get().matches(verifier.get())
                ? Optional.empty()
                : Optional.of(new PkceFailed(row, PkceFault.VERIFIER_WRONG));
    }

    private Verdict<Outcome> redeem(Authorization row, Consent consent) {
        Active active = Active.first(new Issue(signing, row.stamp(now)));
        Authorization next = new Authorization(
                row.id(), row.version() + 1, row.installation(), row.bot(), row.consentedAt(), active, externalAccount);
        Optional<PageId> copy = consent.template().map(template -> copyId);
        Bot bot = new Bot(
                row.bot(),
                row.installation(),
                consent.capabilities(),
                copy.map(Set::of).orElse(consent.pages()));
        List<Consequence> consequences = new ArrayList<>();
        consent.template()
                .ifPresent(template -> consequences.add(new Consequence.CopyTemplate(template, copyId, bot, now)));
        consequences.add(new Consequence.InstallBot(bot));
        policy.authorizationsPerBot()
                .ifPresent(most -> consequences.add(new Consequence.EndUnusedLongest(bot, most, now)));
        return new Verdict<>(new Redeemed(next, active, bot, copy), Optional.of(next), consequences);
    }
}
