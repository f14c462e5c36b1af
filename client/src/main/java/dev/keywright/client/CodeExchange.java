package dev.keywright.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that an exchange of a code may say (RFC 6749 §4.1.3), for {@link OAuthClient#exchange(CodeExchange)}. Most
 * apps need the shorter forms of it alone.
 *
 * @param code from {@link AuthorizationCallback.AuthorizationCode}; good for ten minutes, and for one exchange
 * @param redirectUri the very one of the authorization request; absent when that named none
 * @param codeVerifier the one that was kept from the authorization request; absent when that was without PKCE
 * @param externalAccount the account that a connection with link previews names
 */
public record CodeExchange(
        String code,
        Optional<URI> redirectUri,
        Optional<CodeVerifier> codeVerifier,
        Optional<ExternalAccount> externalAccount) {
    /**
     * An exchange that says no more than the code.
     *
     * @param code from {@link AuthorizationCallback.AuthorizationCode}
     * @return an exchange without redirect URI, PKCE and external account
     */
    public static CodeExchange of(String code) {
        return new CodeExchange(code, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same exchange with a redirect URI.
     *
     * @param sent the very one of the authorization request, character by character
     * @return a copy; this one stays as it is
     */
    public CodeExchange withRedirectUri(URI sent) {
        return new CodeExchange(code, Optional.of(sent), codeVerifier, externalAccount);
    }

    /**
     * The same exchange with PKCE (RFC 7636 §4.5).
     *
     * @param kept the verifier that was kept from the authorization request
     * @return a copy; this one stays as it is
     */
    public CodeExchange withCodeVerifier(CodeVerifier kept) {
        return new CodeExchange(code, redirectUri, Optional.of(kept), externalAccount);
    }

    /**
     * The same exchange with the account at the app that it is for.
     *
     * @param account who the person is at the app
     * @return a copy; this one stays as it is
     */
    public CodeExchange withExternalAccount(ExternalAccount account) {
        return new CodeExchange(code, redirectUri, codeVerifier, Optional.of(account));
    }

    /** The body of the request. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        redirectUri.ifPresent(uri -> fields.put("redirect_uri", uri.toString()));
        codeVerifier.ifPresent(verifier -> fields.put("code_verifier", verifier.value()));
        externalAccount.ifPresent(account -> fields.put("external_account", fields(account)));
        return fields;
    }

    private static Map<String, String> fields(ExternalAccount account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", account.key());
        fields.put("name", account.name());
        return fields;
    }

    /** Shows nothing of the code and what belongs to it. */
    @Override
    public String toString() {
        return "CodeExchange[***]";
    }
}
