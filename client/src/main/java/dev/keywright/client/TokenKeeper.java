package dev.keywright.client;

import dev.keywright.client.AuthorizationNeeded.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one authorization usable: gives the access token, and refreshes it when it is over. Make one keeper for each
 * authorization and share it between threads; then many that find a token dead at once cause one refresh, and all get
 * what came of it. Several processes with a keeper each agree through the {@link TokenStore}.
 *
 * <p>A refresh whose answer is lost is sent again with the same refresh token, at once and at every later call, since
 * nothing was stored. Keywright answers it with the very same pair for 60 seconds. A server that says
 * {@code invalid_grant} is believed only after the store was read again: another process may have been quicker.
 */
public final class TokenKeeper {
    private static final int SENDINGS = 3;

    /** Another process that has the new pair needs a moment to store it. */
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(400));

    private final OAuthClient client;
    private final TokenStore store;
    private final InstantSource clock;
    private final SingleFlight<String, AccessResult> flights = new SingleFlight<>();
    private volatile Optional<String> endedRefreshToken = Optional.empty();
    private volatile Optional<Renewal> unsaved = Optional.empty();

    /** A pair, and the one that took its place at the server. */
    private record Renewal(TokenPair old, TokenPair next) {}

    /**
     * A keeper of the authorization whose tokens are in {@code store}.
     *
     * @param client asks the server
     * @param store is read at each call, so that other processes are heard
     * @param clock tells when a lifetime is over; {@link InstantSource#system()} outside of tests
     */
    public TokenKeeper(OAuthClient client, TokenStore store, InstantSource clock) {
        this.client = client;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The access token to call the API with. Asks the server only when the token's lifetime is over; then this takes up to
     * three times the client's request timeout.
     *
     * @return the token; that a person is needed; or a failure, after which the next call tries again
     * @throws InterruptedException when the thread is interrupted; a refresh may have arrived, and the next call repeats it
     */
    public AccessResult accessToken() throws InterruptedException {
        Optional<TokenPair> pair = store.load();
        if (pair.isPresent() && pair.get().isExpired(clock.instant())) {
            return refreshed(pair.get().accessToken());
        }
        return current(pair);
    }

    /**
     * The access token to use instead of one that the API answered with 401: the one that replaced it meanwhile, or one of
     * a refresh. Takes up to three times the client's request timeout.
     *
     * @param rejected what the API was called with; one that is no longer kept causes no refresh
     * @return the token; that a person is needed; or a failure, after which the next call tries again
     * @throws InterruptedException when the thread is interrupted; a refresh may have arrived, and the next call repeats it
     */
    public AccessResult accessTokenInsteadOf(AccessToken rejected) throws InterruptedException {
        return refreshed(rejected.value());
    }

    private AccessResult refreshed(String over) throws InterruptedException {
        return flights.run(over, () -> {
            Optional<TokenPair> pair = store.load();
            if (pair.isPresent() && pair.get().accessToken().equals(over)) {
                return replacement(pair.get());
            }
            return current(pair);
        });
    }

    private static AccessResult current(Optional<TokenPair> pair) {
        return pair.<AccessResult>map(present -> new AccessToken(present.accessToken()))
                .orElseGet(() -> new AuthorizationNeeded(Reason.NOT_AUTHORIZED));
    }

    private AccessResult replacement(TokenPair pair) throws InterruptedException {
        Optional<Renewal> known = unsaved.filter(renewal -> renewal.old().equals(pair));
        if (known.isPresent()) {
            return keep(known.get());
        }
        if (pair.refreshToken().isEmpty()) {
            return new AuthorizationNeeded(Reason.NO_REFRESH_TOKEN);
        }
        if (endedRefreshToken.equals(pair.refreshToken())) {
            return new AuthorizationNeeded(Reason.AUTHORIZATION_ENDED);
        }
        Instant asked = clock.instant();
        TokenResult result = refresh(pair.refreshToken().get());
        if (result instanceof TokenResponse response) {
            return keep(new Renewal(pair, pair.next(response, asked)));
        }
        if (result instanceof Refused refused && refused.code() == ErrorCode.INVALID_GRANT) {
            return afterInvalidGrant(pair);
        }
        return (Failure) result;
    }

    private TokenResult refresh(String refreshToken) throws InterruptedException {
        TokenResult result = client.refresh(refreshToken);
        for (int sent = 1; sent < SENDINGS && mayBeAnsweredIfRepeated(result); sent++) {
            result = client.refresh(refreshToken);
        }
        return result;
    }

    /** Whether the server may have made a pair that did not get here. One that asks to wait is not asked at once. */
    private static boolean mayBeAnsweredIfRepeated(TokenResult result) {
        return result instanceof Unavailable unavailable
                && unavailable.kind() != Unavailable.Kind.UNREACHABLE
                && unavailable.retryAfter().isEmpty();
    }

    /** A store that fails here must not cost the pair: it is offered again at the next call. */
    private AccessResult keep(Renewal renewal) {
        unsaved = Optional.of(renewal);
        boolean replaced = store.replace(renewal.old(), renewal.next());
        unsaved = Optional.empty();
        return replaced ? new AccessToken(renewal.next().accessToken()) : current(store.load());
    }

    private AccessResult afterInvalidGrant(TokenPair pair) throws InterruptedException {
        for (Duration pause : PAUSES) {
            Thread.sleep(pause.toMillis());
            Optional<TokenPair> now = store.load();
            if (!now.equals(Optional.of(pair))) {
                return current(now);
            }
        }
        endedRefreshToken = pair.refreshToken();
        return new AuthorizationNeeded(Reason.AUTHORIZATION_ENDED);
    }
}
