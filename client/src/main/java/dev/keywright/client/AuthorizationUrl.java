package dev.keywright.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One authorization request (RFC 6749 §4.1.1): the URL to send a browser to, and what to keep in that browser's session
 * until {@link AuthorizationCallback} reads the answer. Make a new one for every attempt.
 *
 * @param url where to send the browser
 * @param state to keep, and to compare when the browser comes back
 * @param codeVerifier to keep, and to send with the exchange; absent without PKCE
 */
public record AuthorizationUrl(URI url, State state, Optional<CodeVerifier> codeVerifier) {
    /**
     * Begins an authorization request to Notion with a new random state and without PKCE.
     * {@link OAuthClient#authorizationUrl} begins one to the server of that client.
     *
     * @param clientId the connection's id
     * @param redirectUri where the browser shall come back: exactly as it is registered, character by character
     * @param random what state and verifier are made from
     * @return what builds the request, and may be told more
     */
    public static Builder builder(String clientId, URI redirectUri, SecureRandom random) {
        return new Builder(BaseUrl.NOTION, clientId, redirectUri, random);
    }

    /** Shows neither state nor verifier; the URL has the state in it. */
    @Override
    public String toString() {
        return "AuthorizationUrl[***]";
    }

    /** What may be chosen of an authorization request. For one thread. */
    public static final class Builder {
        private final String clientId;
        private final URI redirectUri;
        private final SecureRandom random;
        private BaseUrl baseUrl;
        private Optional<State> state = Optional.empty();
        private Optional<CodeVerifier> codeVerifier = Optional.empty();

        Builder(BaseUrl baseUrl, String clientId, URI redirectUri, SecureRandom random) {
            this.baseUrl = baseUrl;
            this.clientId = clientId;
            this.redirectUri = redirectUri;
            this.random = random;
        }

        /**
         * Asks another server than Notion.
         *
         * @param url an absolute http or https URL, without {@code /v1}
         * @return this builder
         * @throws IllegalArgumentException when it is none, or has user, query or fragment
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = BaseUrl.of(url);
            return this;
        }

        /**
         * Sends a state that was made elsewhere, instead of a new random one.
         *
         * @param chosen hard to guess, and used for no other attempt; Keywright refuses one of more than 8 KiB
         * @return this builder
         */
        public Builder state(State chosen) {
            this.state = Optional.of(chosen);
            return this;
        }

        /**
         * Adds PKCE with a new verifier and method S256 (RFC 7636). Keywright holds the exchange to it, and a connection
         * there may require it; Notion is not known to look at it.
         *
         * @return this builder
         */
        public Builder pkce() {
            return pkce(CodeVerifier.random(random));
        }

        /**
         * Adds PKCE with a verifier that was made elsewhere.
         *
         * @param chosen hard to guess, and used for no other attempt
         * @return this builder
         */
        public Builder pkce(CodeVerifier chosen) {
            this.codeVerifier = Optional.of(chosen);
            return this;
        }

        /**
         * Makes the request. Built twice, it has another random state each time, but one verifier.
         *
         * @return the URL, and what to keep until the browser comes back
         */
        public AuthorizationUrl build() {
            State sent = state.orElseGet(() -> State.random(random));
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            query.put("client_id", clientId);
            query.put("redirect_uri", redirectUri.toString());
            query.put("owner", "user");
            query.put("state", sent.value());
            codeVerifier.ifPresent(verifier -> {
                query.put("code_challenge", verifier.challenge());
                query.put("code_challenge_method", "S256");
            });
            String encoded = query.entrySet().stream()
                    .map(parameter ->
                            parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return new AuthorizationUrl(baseUrl.resolve("/v1/oauth/authorize?" + encoded), sent, codeVerifier);
        }
    }
}
