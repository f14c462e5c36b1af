package dev.keywright.server.authorization.explorer;

import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Revoke;
import java.util.Optional;

/**
 * What an outcome comes to for the client and for the journal.
 *
 * @param tokens the pair that the answer carries
 * @param ended whether the client is told that nothing of the authorization is honoured from here on
 * @param reason the private reason; never blank
 */
record Answer(Optional<Pair> tokens, boolean ended, String reason) {
    /** The person was told that the connection is over. */
    static final Answer DISCONNECTED = new Answer(Optional.empty(), true, "disconnected");

    /** No answer at all: the decision failed. */
    static final Answer NONE = new Answer(Optional.empty(), false, "");

    /** Whether it makes a difference to anybody that the answer arrives. */
    boolean tells() {
        return ended || tokens.isPresent();
    }

    static Answer of(Redeem.Outcome outcome) {
        return switch (outcome) {
            case Redeem.Redeemed redeemed -> carrying(Pair.of(redeemed.state()), "redeemed");
            case Redeem.UnknownCode unknown -> refusing("unknown code");
            case Redeem.ForeignCode foreign -> refusing("foreign code");
            case Redeem.CodeAlreadyUsed used -> ending("code already used");
            case Redeem.EndedBefore ended -> refusing("ended before");
            case Redeem.CodeExpired expired -> refusing("code expired");
            case Redeem.RedirectUriMissing missing -> refusing("redirect URI missing");
            case Redeem.RedirectUriNotAllowed notAllowed -> refusing("redirect URI not allowed");
            case Redeem.RedirectUriDiffers differs -> refusing("redirect URI differs");
            case Redeem.PkceFailed failed -> refusing("PKCE: " + failed.fault());
        };
    }

    static Answer of(Refresh.Outcome outcome) {
        return switch (outcome) {
            case Refresh.Refreshed refreshed ->
                carrying(Pair.of(refreshed.state()), refreshed.repeated() ? "refreshed again" : "refreshed");
            case Refresh.UnknownAuthorization unknown -> refusing("unknown authorization");
            case Refresh.ForeignToken foreign -> refusing("foreign refresh token");
            case Refresh.Replayed replayed -> ending("refresh token replayed");
            case Refresh.NotHonoured not ->
                refusing("not honoured: " + not.standing().getClass().getSimpleName());
        };
    }

    static Answer of(Revoke.Outcome outcome) {
        return switch (outcome) {
            case Revoke.Revoked revoked -> ending("revoked");
            case Revoke.AlreadyEnded already -> ending("revoked when it had ended");
            case Revoke.UnknownAuthorization unknown -> refusing("unknown authorization to revoke");
            case Revoke.ForeignToken foreign -> refusing("foreign token to revoke");
            case Revoke.NotIssued not -> refusing("token to revoke was not issued");
        };
    }

    private static Answer carrying(Pair tokens, String reason) {
        return new Answer(Optional.of(tokens), false, reason);
    }

    private static Answer ending(String reason) {
        return new Answer(Optional.empty(), true, reason);
    }

    private static Answer refusing(String reason) {
        return new Answer(Optional.empty(), false, reason);
    }
}
