package dev.keywright.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The OAuth endpoints of Notion, or of a server that speaks its token API. One client serves a whole app: it is safe to
 * share between threads, and each call blocks its thread until there is an answer or the time is over. It sends JSON with
 * the credentials in a Basic header, and follows no redirect. Nothing is sent twice by itself.
 *
 * <p>What servers are expected to answer is a result; an exception means a mistake in the program. When the thread is
 * interrupted the request may have arrived all the same.
 */
public final class OAuthClient {
    private final BaseUrl baseUrl;
    private final ClientCredentials credentials;
    private final SecureRandom random;
    private final Transport transport;
    private final Endpoint<TokenResult> exchange;
    private final Endpoint<TokenResult> refresh;
    private final Endpoint<IntrospectionResult> introspection;
    private final Endpoint<RevocationResult> revocation;

    private OAuthClient(Builder builder) {
        this.baseUrl = builder.baseUrl;
        this.credentials = builder.credentials;
        this.random = builder.random;
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(builder.connectTimeout)
                .build();
        this.transport = new Transport(http, credentials, builder.requestTimeout);
        URI token = baseUrl.resolve("/v1/oauth/token");
        this.exchange = new Endpoint<>(token, false, SuccessReader::token, failure -> failure);
        this.refresh = new Endpoint<>(token, true, SuccessReader::token, failure -> failure);
        this.introspection = new Endpoint<>(
                baseUrl.resolve("/v1/oauth/introspect"), true, SuccessReader::introspection, failure -> failure);
        this.revocation = new Endpoint<>(
                baseUrl.resolve("/v1/oauth/revoke"),
                true,
                (fields, requestId) -> new Revoked(requestId),
                failure -> failure);
    }

    /**
     * Begins a client of Notion.
     *
     * @param credentials the connection's id and secret
     * @return what builds the client; nothing more needs to be chosen
     */
    public static Builder builder(ClientCredentials credentials) {
        return new Builder(credentials);
    }

    /**
     * Begins an authorization request to this client's server, with a new random state and without PKCE.
     *
     * @param redirectUri where the browser shall come back: exactly as it is registered, character by character
     * @return what builds the request, and may be told more
     */
    public AuthorizationUrl.Builder authorizationUrl(URI redirectUri) {
        return new AuthorizationUrl.Builder(baseUrl, credentials.clientId(), redirectUri, random);
    }

    /**
     * Exchanges the code of an authorization request that named no redirect URI, which only a connection with a single
     * registered one can do (RFC 6749 §4.1.3).
     *
     * @param code from {@link AuthorizationCallback.AuthorizationCode}; good for ten minutes, and for one exchange
     * @return the tokens, or why there are none; an {@link Unavailable} says whether the code may be sent again
     * @throws InterruptedException when the thread is interrupted; the code may be used up
     */
    public TokenResult exchange(String code) throws InterruptedException {
        return exchange(CodeExchange.of(code));
    }

    /**
     * Exchanges a code for tokens (RFC 6749 §4.1.3). Send a code once: used a second time it ends the authorization.
     *
     * @param code from {@link AuthorizationCallback.AuthorizationCode}; good for ten minutes, and for one exchange
     * @param redirectUri the very one of the authorization request
     * @return the tokens, or why there are none; an {@link Unavailable} says whether the code may be sent again
     * @throws InterruptedException when the thread is interrupted; the code may be used up
     */
    public TokenResult exchange(String code, URI redirectUri) throws InterruptedException {
        return exchange(CodeExchange.of(code).withRedirectUri(redirectUri));
    }

    /**
     * Exchanges a code for tokens, with PKCE (RFC 7636 §4.5). Send a code once: used a second time it ends the
     * authorization.
     *
     * @param code from {@link AuthorizationCallback.AuthorizationCode}; good for ten minutes, and for one exchange
     * @param redirectUri the very one of the authorization request
     * @param codeVerifier the one that was kept from the authorization request
     * @return the tokens, or why there are none; an {@link Unavailable} says whether the code may be sent again
     * @throws InterruptedException when the thread is interrupted; the code may be used up
     */
    public TokenResult exchange(String code, URI redirectUri, CodeVerifier codeVerifier) throws InterruptedException {
        return exchange(CodeExchange.of(code).withRedirectUri(redirectUri).withCodeVerifier(codeVerifier));
    }

    /**
     * Exchanges a code for tokens, saying all that an exchange may say: the external account, too. Send a code once: used a
     * second time it ends the authorization.
     *
     * @param request the code, and what goes with it
     * @return the tokens, or why there are none; an {@link Unavailable} says whether the code may be sent again
     * @throws InterruptedException when the thread is interrupted; the code may be used up
     */
    public TokenResult exchange(CodeExchange request) throws InterruptedException {
        return exchange.ask(transport, request.fields());
    }

    /**
     * Replaces a pair of tokens by a new one (RFC 6749 §6). Keep both tokens of the answer: the old ones are over, in
     * Keywright after 60 seconds, in which a repeated refresh gets the same new pair. {@link TokenKeeper} does this with
     * the care that many threads and lost answers need.
     *
     * @param refreshToken of the newest pair: Keywright takes one that is over for stolen, and ends the authorization
     * @return the new pair, or why there is none
     * @throws InterruptedException when the thread is interrupted; the pair may be replaced: ask again with the same
     */
    public TokenResult refresh(String refreshToken) throws InterruptedException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("grant_type", "refresh_token");
        body.put("refresh_token", refreshToken);
        return refresh.ask(transport, body);
    }

    /**
     * Asks whether a token of this connection is active (RFC 7662). This changes nothing, and is no way to check each API
     * call: the API itself says 401.
     *
     * @param token an access token; Keywright also takes a refresh token
     * @return whether it works now, or why that is not known
     * @throws InterruptedException when the thread is interrupted; nothing has changed
     */
    public IntrospectionResult introspect(String token) throws InterruptedException {
        return introspection.ask(transport, Map.of("token", token));
    }

    /**
     * Ends a token (RFC 7009). In Keywright the whole authorization that it belongs to ends with it, the other token too;
     * what Notion does with the refresh token is not documented.
     *
     * @param token an access token; Keywright also takes a refresh token
     * @return that it works no more, or why that is not known
     * @throws InterruptedException when the thread is interrupted; the token may be over, and may be revoked again
     */
    public RevocationResult revoke(String token) throws InterruptedException {
        return revocation.ask(transport, Map.of("token", token));
    }

    /** Shows the id and the server, and nothing secret. */
    @Override
    public String toString() {
        return "OAuthClient[" + credentials + ", " + baseUrl.value() + "]";
    }

    /** What may be chosen of a client. For one thread. */
    public static final class Builder {
        private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

        /** Three sendings of a refresh, of which only the last is answered, fit into Keywright's grace of 60 seconds. */
        private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

        private final ClientCredentials credentials;
        private BaseUrl baseUrl = BaseUrl.NOTION;
        private Duration connectTimeout = CONNECT_TIMEOUT;
        private Duration requestTimeout = REQUEST_TIMEOUT;
        private SecureRandom random = new SecureRandom();

        private Builder(ClientCredentials credentials) {
            this.credentials = credentials;
        }

        /**
         * Asks another server than Notion: Keywright's public URL.
         *
         * @param url an absolute http or https URL, without {@code /v1}; with http, credentials and tokens go readable
         *     over the network, so keep that to your own machine
         * @return this builder
         * @throws IllegalArgumentException when it is none, or has user, query or fragment
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = BaseUrl.of(url);
            return this;
        }

        /**
         * How long to wait for a connection, TLS included: 5 seconds if not set.
         *
         * @param timeout more than zero
         * @return this builder
         * @throws IllegalArgumentException when it is not
         */
        public Builder connectTimeout(Duration timeout) {
            this.connectTimeout = positive(timeout);
            return this;
        }

        /**
         * How long a call may take in all, from connecting to the last byte of the answer: 15 seconds if not set. Keywright
         * repeats the answer to a refresh for 60 seconds, in which the three sendings of a {@link TokenKeeper} should fit.
         *
         * @param timeout more than zero
         * @return this builder
         * @throws IllegalArgumentException when it is not
         */
        public Builder requestTimeout(Duration timeout) {
            this.requestTimeout = positive(timeout);
            return this;
        }

        /**
         * What states and code verifiers are made from, instead of the platform's default.
         *
         * @param source safe to share between threads, and impossible to guess
         * @return this builder
         */
        public Builder random(SecureRandom source) {
            this.random = source;
            return this;
        }

        /**
         * Makes the client. It connects to nothing before it is asked for something.
         *
         * @return a client that stays as it is, whatever is chosen here afterwards
         */
        public OAuthClient build() {
            return new OAuthClient(this);
        }

        private static Duration positive(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("a timeout should be more than zero");
            }
            return timeout;
        }
    }
}
