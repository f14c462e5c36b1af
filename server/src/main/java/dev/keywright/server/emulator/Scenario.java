package dev.keywright.server.emulator;

import dev.keywright.protocol.ClientId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A situation that breaks apps, by name: what happens in it, and what an app should do. */
enum Scenario {
    REFRESH_ANSWER_LOST(
            "The next refresh is done, and its answer is lost: the connection is closed before it.",
            "Repeat the refresh with the same refresh token. Within 60 seconds the very same pair is answered; keep it."),
    REFRESH_RACED(
            "The next refresh comes second: somebody else, perhaps another worker of yours, refreshed with the same token a"
                    + " moment before.",
            "Both get the same pair. Keep what is answered, let one worker refresh for all, and never take the second answer"
                    + " for an error."),
    REFRESH_TOKEN_NULL(
            "The next token answer has a refresh_token that is null, as connections of before 2025 get it.",
            "Keep the connection: the access token is good for a long time. Do not refresh, and ask the person to connect"
                    + " again once the token is refused."),
    TOKEN_REVOKED_BY_PERSON(
            "Whoever connected the app disconnects it now: every token of the connection is refused from here on.",
            "Take 401 unauthorized for the end of the authorization: stop, forget the tokens, and offer to connect again."),
    CODE_EXPIRED(
            "The next code that is exchanged counts as expired.",
            "Take invalid_grant for the end of the code, and send the person through the authorization URL again."),
    CODE_REPLAYED(
            "The next code that is exchanged was exchanged a moment before: the app sent it twice, or somebody stole it.",
            "Exchange a code once, and never again after an answer was lost: the replay ends the authorization. Send the"
                    + " person through the authorization URL again."),
    RATE_LIMITED(
            "The next request is one too many: 429 with Retry-After of one second.",
            "Wait as long as Retry-After says, then send the request again. The official SDK does."),
    SERVER_ERROR_ONCE(
            "The next request fails with 500 internal_server_error, and nothing is done.",
            "Try again after a while, with growing pauses; keep the tokens you have."),
    SLOW(
            "The next three requests wait three seconds before they are answered.",
            "Have a time limit, and do not let one slow request hold up all others. A refresh that was given up may have"
                    + " been done: repeat it with the same refresh token.");

    private static final String TOKEN = "/v1/oauth/token";
    private static final String API = "/v1/*";

    private final String happens;
    private final String appShould;

    Scenario(String happens, String appShould) {
        this.happens = happens;
        this.appShould = appShould;
    }

    /** What it is called. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens, in a sentence. */
    String happens() {
        return happens;
    }

    /** What an app should do, in a sentence. */
    String appShould() {
        return appShould;
    }

    /** The fault that plays it for one connection; none when it is not about a request to come. */
    Optional<FaultRule> rule(ClientId client) {
        return switch (this) {
            case REFRESH_ANSWER_LOST -> token(client, "refresh_token", new Fault.Effect.DropAfter());
            case REFRESH_RACED -> token(client, "refresh_token", new Fault.Effect.Twice());
            case REFRESH_TOKEN_NULL ->
                rule(client, TOKEN, Optional.empty(), 1, Fault.of(new Fault.Effect.NoRefreshToken()));
            case TOKEN_REVOKED_BY_PERSON -> Optional.empty();
            case CODE_EXPIRED -> token(client, "authorization_code", new Fault.Effect.ExpiredCode());
            case CODE_REPLAYED -> token(client, "authorization_code", new Fault.Effect.Twice());
            case RATE_LIMITED -> api(client, 1, Fault.of(new Fault.Effect.Status(429, Optional.of(1))));
            case SERVER_ERROR_ONCE -> api(client, 1, Fault.of(new Fault.Effect.Status(500, Optional.empty())));
            case SLOW -> api(client, 3, new Fault(Optional.of(Duration.ofSeconds(3)), new Fault.Effect.None()));
        };
    }

    private Optional<FaultRule> token(ClientId client, String grantType, Fault.Effect effect) {
        return rule(client, TOKEN, Optional.of(grantType), 1, Fault.of(effect));
    }

    private Optional<FaultRule> api(ClientId client, int times, Fault fault) {
        return rule(client, API, Optional.empty(), times, fault);
    }

    private Optional<FaultRule> rule(ClientId client, String path, Optional<String> grantType, int times, Fault fault) {
        FaultMatch match = new FaultMatch(Optional.empty(), Optional.of(path), Optional.of(client), grantType);
        return Optional.of(new FaultRule(title(), match, times, fault));
    }
}
