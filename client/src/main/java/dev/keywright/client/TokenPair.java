package dev.keywright.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to keep of an authorization: the tokens of one answer, which belong together. They are as good as a password; a
 * store should encrypt them.
 *
 * @param accessToken for the API
 * @param refreshToken for the next pair; absent for connections that get none
 * @param expiresAt when the access token is over by itself; absent when the server set no lifetime
 */
public record TokenPair(String accessToken, Optional<String> refreshToken, Optional<Instant> expiresAt) {
    /** A little early, so that a token does not end on its way to the API. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * Takes from an answer what is to be kept of it.
     *
     * @param response of an exchange; a refresh may send no new refresh token, which {@link TokenKeeper} sees to
     * @param askedAt a moment before the request was sent: the lifetime counts from there, on the safe side
     * @return its tokens, with the moment at which the access token is over
     */
    public static TokenPair of(TokenResponse response, Instant askedAt) {
        return new TokenPair(
                response.accessToken(),
                response.refreshToken(),
                response.expiresIn().map(askedAt::plus));
    }

    /** The pair that follows this one; RFC 6749 §6 has the old refresh token stay when no new one is sent. */
    TokenPair next(TokenResponse response, Instant askedAt) {
        TokenPair next = of(response, askedAt);
        return new TokenPair(next.accessToken, next.refreshToken.or(() -> refreshToken), next.expiresAt);
    }

    /**
     * Whether the access token is over, or will be in ten seconds, as far as its lifetime goes.
     *
     * @param now by the clock that told when the answer was asked for
     * @return {@code false} also for a token without a lifetime, which only the API can tell to be over
     */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !now.plus(MARGIN).isBefore(expiresAt.get());
    }

    /** Shows nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenPair[***, expiresAt=" + expiresAt.map(Instant::toString).orElse("never") + "]";
    }
}
