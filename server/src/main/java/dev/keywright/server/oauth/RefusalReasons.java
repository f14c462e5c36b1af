package dev.keywright.server.oauth;

import dev.keywright.protocol.Clip;
import dev.keywright.protocol.NearMiss;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.Standing;
import dev.keywright.server.authorization.State;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.http.Explanation;
import dev.keywright.server.oauth.ClientEndpoint.Result;
import java.util.Optional;

/**
 * Puts the core's refusals into words: which error the client gets, and what was wrong and what would have been right for
 * journal and terminal. Only redirect URI and PKCE faults on the caller's own live code are described to the client.
 */
final class RefusalReasons {
    private static final String AUTHORIZE_AGAIN = "forget its tokens; the person must authorize again";

    private RefusalReasons() {}

    static Result notACode(String presented) {
        return invalidGrant(
                "code (" + Clip.secret(presented) + ") is not an authorization code",
                "send the UUID from the redirect's code parameter");
    }

    static Result notARefreshToken(String presented, Optional<Token> token) {
        return invalidGrant(
                "refresh_token (" + Clip.secret(presented) + ") "
                        + (token.isPresent() ? "is an access token" : "is no token that this server issued"),
                "send the refresh_token of the latest answer");
    }

    static Result disconnectedMeanwhile() {
        return invalidGrant(
                "the person disconnected the connection while it was refreshed",
                "forget its tokens, and offer to connect again");
    }

    static Result of(Redeem.Refused refused) {
        return switch (refused) {
            case Redeem.UnknownCode unknown ->
                invalidGrant(
                        "there is no such code: it was never issued here, or is forgotten, as codes are a day after they"
                                + " expire, and at a reset",
                        "exchange the code of the redirect, as it came, at the server that made it");
            case Redeem.ForeignCode foreign ->
                invalidGrant(
                        "the code was issued to another connection ("
                                + foreign.row().installation().client() + "), and stays good for that one",
                        "authenticate as the connection whose client_id was in the authorization URL");
            case Redeem.CodeAlreadyUsed used ->
                invalidGrant(
                        "the code had been used already, so its authorization "
                                + used.row().id().ref()
                                + " has ended and its tokens are dead",
                        "exchange a code once, and keep the answer; the person must authorize again");
            case Redeem.EndedBefore(Authorization row, Ended ended) ->
                invalidGrant(
                        "the authorization " + row.id().ref() + " ended because "
                                + ended.why().sentence(),
                        AUTHORIZE_AGAIN);
            case Redeem.CodeExpired(Authorization row, var at) ->
                invalidGrant("the code expired at " + at, "exchange it as soon as the redirect arrives");
            case Redeem.RedirectUriMissing(Authorization row, String sent) ->
                described(
                        OAuthErrorCode.INVALID_REQUEST,
                        new Explanation(
                                "redirect_uri was sent at authorize (" + Clip.uri(sent) + ") but not in this request",
                                "send the same redirect_uri here"),
                        "redirect_uri is required: it was sent in the authorization request.");
            case Redeem.RedirectUriNotAllowed(Authorization row, String here) ->
                described(
                        OAuthErrorCode.INVALID_REQUEST,
                        new Explanation(
                                "redirect_uri was not sent at authorize but is in this request (" + Clip.uri(here)
                                        + ")",
                                "leave it out here, or send it in both"),
                        "redirect_uri is not allowed: it was not sent in the authorization request.");
            case Redeem.RedirectUriDiffers(Authorization row, String sent, String here) ->
                described(
                        OAuthErrorCode.INVALID_GRANT,
                        differs(new NearMiss(sent, here)),
                        "redirect_uri does not match the one of the authorization request.");
            case Redeem.PkceFailed(Authorization row, Redeem.PkceFault fault) -> pkce(fault);
        };
    }

    private static Explanation differs(NearMiss miss) {
        return new Explanation(
                        "redirect_uri differs from authorize at character " + miss.firstDifference() + ": there it was "
                                + Clip.uri(miss.expected()) + " and here " + Clip.uri(miss.received()),
                        "send here, to the letter, what was sent at authorize")
                .by(miss);
    }

    private static Result pkce(Redeem.PkceFault fault) {
        return switch (fault) {
            case VERIFIER_MISSING ->
                described(
                        OAuthErrorCode.INVALID_GRANT,
                        new Explanation(
                                "code_challenge was sent at authorize but code_verifier is not in this request",
                                "send the code_verifier that the code_challenge was made from"),
                        "code_verifier is required: the authorization request had a code_challenge.");
            case VERIFIER_WITHOUT_CHALLENGE ->
                described(
                        OAuthErrorCode.INVALID_GRANT,
                        new Explanation(
                                "code_verifier is in this request but no code_challenge was sent at authorize",
                                "send code_challenge and code_challenge_method=S256 at authorize"),
                        "code_verifier was sent, and the authorization request had no code_challenge.");
            case VERIFIER_WRONG ->
                described(
                        OAuthErrorCode.INVALID_GRANT,
                        new Explanation(
                                "code_verifier is not the one that code_challenge was made from, or not 43 to 128"
                                        + " characters of A-Z a-z 0-9 - . _ ~",
                                "keep the verifier of each sign-in, and make the challenge as base64url(sha256(verifier)),"
                                        + " without padding"),
                        "code_verifier does not match code_challenge.");
        };
    }

    static Result of(Refresh.Refused refused) {
        return switch (refused) {
            case Refresh.UnknownAuthorization unknown ->
                invalidGrant(
                        "the token's authorization is not here: it was swept, or the server was reset",
                        AUTHORIZE_AGAIN);
            case Refresh.ForeignToken foreign ->
                invalidGrant(
                        "the refresh token was issued to another connection ("
                                + foreign.row().installation().client() + "); its authorization is untouched",
                        "authenticate as the connection that the token was issued to");
            case Refresh.Replayed(Authorization row, long presented, long current) ->
                invalidGrant(
                        "the refresh token of generation " + presented + " was replaced (the authorization was at "
                                + current + ") and the rotation grace is over, so the authorization "
                                + row.id().ref() + " has ended",
                        "store both tokens of every refresh, and refresh from one place at a time; the person must"
                                + " authorize again");
            case Refresh.NotHonoured(Authorization row, Standing standing) ->
                invalidGrant(describe(row.state(), standing), AUTHORIZE_AGAIN);
        };
    }

    private static String describe(State state, Standing standing) {
        return switch (standing) {
            case Standing.Over(Ended ended) ->
                "the authorization ended because " + ended.why().sentence();
            case Standing.Outlived(var end) -> "the authorization's lifetime ended at " + end;
            case Standing.Ahead(long presented, long current) ->
                "the token is of generation " + presented
                        + ", which the authorization (at " + current
                        + ") has not reached: was the database restored from a backup?";
            case Standing.OtherKey(KeyId key) ->
                "the token was made with key " + key + ", which the authorization did not use for that generation";
            case Standing.Current current -> throw new IllegalStateException("honoured: " + state);
            case Standing.Previous previous -> throw new IllegalStateException("honoured: " + state);
            case Standing.Replaced replaced -> throw new IllegalStateException("a replay: " + state);
        };
    }

    private static Result invalidGrant(String reason, String advice) {
        return new Result.Refused(OAuthErrorCode.INVALID_GRANT, new Explanation(reason, advice), Optional.empty());
    }

    private static Result described(OAuthErrorCode code, Explanation why, String description) {
        return new Result.Refused(code, why, Optional.of(description));
    }
}
