package dev.keywright.client;

/**
 * There is no token and none can be had: the person has to authorize, at a new {@link AuthorizationUrl}.
 *
 * @param reason why
 */
public record AuthorizationNeeded(Reason reason) implements AccessResult {
    /** Why a person is needed. */
    public enum Reason {
        /** The store has no tokens. */
        NOT_AUTHORIZED,
        /** The access token is over, and the server gave no refresh token with it. */
        NO_REFRESH_TOKEN,
        /** The server does not take the refresh token: the authorization was revoked, disconnected, or outlived. */
        AUTHORIZATION_ENDED
    }
}
