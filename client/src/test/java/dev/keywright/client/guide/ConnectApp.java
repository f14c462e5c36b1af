package dev.keywright.client.guide;

import dev.keywright.client.AccessResult;
import dev.keywright.client.AccessToken;
import dev.keywright.client.AuthorizationCallback;
import dev.keywright.client.AuthorizationNeeded;
import dev.keywright.client.AuthorizationUrl;
import dev.keywright.client.ClientCredentials;
import dev.keywright.client.CodeExchange;
import dev.keywright.client.CodeVerifier;
import dev.keywright.client.ErrorCode;
import dev.keywright.client.ExternalAccount;
import dev.keywright.client.Failure;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.RateLimited;
import dev.keywright.client.Refused;
import dev.keywright.client.RevocationResult;
import dev.keywright.client.Revoked;
import dev.keywright.client.State;
import dev.keywright.client.TokenKeeper;
import dev.keywright.client.TokenPair;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.TokenResult;
import dev.keywright.client.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

/** An app that people connect, without the web framework around it. */
final class ConnectApp {
    private final OAuthClient client;
    private final URI api;
    private final URI redirectUri;
    private final DataSource database;

    ConnectApp(OAuthClient client, URI api, URI redirectUri, DataSource database) {
        this.client = client;
        this.api = api;
        this.redirectUri = redirectUri;
        this.database = database;
    }

    // guide: client
    static OAuthClient client(String clientId, String clientSecret, URI server) {
        return OAuthClient.builder(new ClientCredentials(clientId, clientSecret))
                .baseUrl(server) // leave this out, and it is Notion
                .build();
    }
    // end

    // guide: connect
    URI connect(Map<String, String> session) {
        AuthorizationUrl request = client.authorizationUrl(redirectUri).pkce().build();
        session.put("state", request.state().value());
        session.put("verifier", request.codeVerifier().orElseThrow().value());
        return request.url(); // send the browser there
    }
    // end

    // guide: callback
    String callback(String rawQuery, Map<String, String> session) throws InterruptedException {
        String state = session.remove("state");
        String verifier = session.remove("verifier");
        if (state == null || verifier == null) {
            return "Please connect from here.";
        }
        AuthorizationCallback callback = AuthorizationCallback.read(rawQuery, new State(state));
        if (callback instanceof AuthorizationCallback.AuthorizationCode code) {
            return exchange(code.value(), new CodeVerifier(verifier));
        }
        if (callback instanceof AuthorizationCallback.AccessDenied) {
            return "You did not connect. You can do so any time.";
        }
        return "That did not work. Please connect again."; // refused, another state, or malformed
    }
    // end

    // guide: exchange
    private String exchange(String code, CodeVerifier verifier) throws InterruptedException {
        Instant askedAt = Instant.now();
        TokenResult result = client.exchange(code, redirectUri, verifier);
        if (result instanceof TokenResponse tokens) {
            new JdbcTokenStore(database, tokens.botId()).save(TokenPair.of(tokens, askedAt));
            return "Connected to " + tokens.workspaceName().orElse("your workspace");
        }
        return explain((Failure) result);
    }
    // end

    // guide: account
    TokenResult exchangeFor(String userId, String email, String code, CodeVerifier verifier)
            throws InterruptedException {
        return client.exchange(CodeExchange.of(code)
                .withRedirectUri(redirectUri)
                .withCodeVerifier(verifier)
                .withExternalAccount(new ExternalAccount(userId, email))); // a key that stays, a name to show
    }
    // end

    // guide: keepers
    private final ConcurrentMap<UUID, TokenKeeper> keepers = new ConcurrentHashMap<>();

    private TokenKeeper keeper(UUID botId) {
        return keepers.computeIfAbsent(
                botId, id -> new TokenKeeper(client, new JdbcTokenStore(database, id), InstantSource.system()));
    }
    // end

    // guide: call
    String whoAmI(UUID botId) throws IOException, InterruptedException {
        AccessResult access = keeper(botId).accessToken();
        if (access instanceof AccessToken token) {
            HttpResponse<String> answer = call("/v1/users/me", token);
            if (answer.statusCode() != 401) {
                return answer.body();
            }
            access = keeper(botId).accessTokenInsteadOf(token); // once, then it is over
        }
        if (access instanceof AccessToken token) {
            return call("/v1/users/me", token).body();
        }
        if (access instanceof AuthorizationNeeded needed) {
            return "Please connect again: " + needed.reason();
        }
        return explain((Failure) access);
    }
    // end

    // guide: request
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> call(String path, AccessToken token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", token.bearer())
                .header("Notion-Version", "2025-09-03")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    // end

    // guide: disconnect
    boolean disconnect(UUID botId) throws InterruptedException {
        JdbcTokenStore store = new JdbcTokenStore(database, botId);
        Optional<TokenPair> pair = store.load();
        if (pair.isEmpty()) {
            return true;
        }
        RevocationResult result = client.revoke(pair.get().accessToken());
        if (result instanceof Revoked) {
            store.delete();
            return true;
        }
        return false; // a failure: try again later
    }
    // end

    // guide: failures
    static String explain(Failure failure) {
        if (failure instanceof Refused refused) {
            return refused.code() == ErrorCode.INVALID_CLIENT
                    ? "This app is set up wrongly: look at its client id and secret."
                    : "The server refuses: " + refused.error();
        }
        if (failure instanceof RateLimited limited) {
            return "Too many requests. Try again in "
                    + limited.retryAfter().orElse(Duration.ofMinutes(1)).toSeconds() + " s.";
        }
        Unavailable unavailable = (Unavailable) failure;
        return unavailable.safeToRepeat() ? "Try again in a moment." : "Please connect again.";
    }
    // end
}
