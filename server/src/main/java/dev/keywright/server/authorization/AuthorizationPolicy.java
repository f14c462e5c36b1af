package dev.keywright.server.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long things live. Every window is half-open: its end is outside.
 *
 * @param codeLifetime how long a code can be redeemed (RFC 6749 §4.1.2 recommends at most ten minutes)
 * @param rotationGrace how long the previous generation is still honoured; zero turns the grace off
 * @param accessTokenLifetime how long an access token is honoured from the start of its generation
 * @param idleLifetime how long an authorization lives from its last refresh
 * @param absoluteLifetime how long an authorization lives from its consent
 * @param authorizationsPerBot how many live authorizations a bot may hold
 */
public record AuthorizationPolicy(
        Duration codeLifetime,
        Duration rotationGrace,
        Optional<Duration> accessTokenLifetime,
        Optional<Duration> idleLifetime,
        Optional<Duration> absoluteLifetime,
        Optional<Integer> authorizationsPerBot) {
    /** Codes of ten minutes, a grace of a minute, and nothing else that ends by itself. */
    public static final AuthorizationPolicy DEFAULT = new AuthorizationPolicy(
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same, for a token that nothing rotates: it ends when somebody ends it, and never by itself. */
    public AuthorizationPolicy forStaticTokens() {
        return new AuthorizationPolicy(
                codeLifetime,
                rotationGrace,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                authorizationsPerBot);
    }

    /** When the code of a pending authorization stops: never after the authorization would. */
    Instant codeEnd(Authorization row, Pending state) {
        return earliest(Optional.of(state.codeExpiresAt()), absoluteLifetime.map(row.consentedAt()::plus))
                .orElseThrow();
    }

    /** When the authorization outlives its idle or absolute lifetime, if it has one. */
    Optional<Instant> endOf(Authorization row, Active state) {
        return earliest(idleLifetime.map(state.current().since()::plus), absoluteLifetime.map(row.consentedAt()::plus));
    }

    /** When the access token of one issue stops by itself: never after the authorization does. */
    public Optional<Instant> accessTokenEnd(Authorization row, Active state, Issue issue) {
        return earliest(accessTokenLifetime.map(issue.since()::plus), endOf(row, state));
    }

    /** When the previous generation of an active authorization stops being honoured. */
    Instant graceEnd(Active state) {
        return state.current().since().plus(rotationGrace);
    }

    /** The earlier of two ends, either of which may not be. */
    static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return other.get().isBefore(one.get()) ? other : one;
    }
}
