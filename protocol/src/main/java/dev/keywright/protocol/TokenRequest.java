package dev.keywright.protocol;

import java.util.Optional;

/** What a client asks of the token endpoint (RFC 6749 §4.1.3 and §6). */
public sealed interface TokenRequest {
    /** The exchange of an authorization code. */
    record CodeExchange(
            String code,
            Optional<String> redirectUri,
            Optional<String> codeVerifier,
            Optional<ExternalAccount> externalAccount)
            implements TokenRequest {
        @Override
        public String toString() {
            return "CodeExchange[***]";
        }
    }

    /** The rotation of a pair. */
    record RefreshTokenGrant(String refreshToken) implements TokenRequest {
        @Override
        public String toString() {
            return "RefreshTokenGrant[***]";
        }
    }

    /** Neither: {@code problem} says what is wrong, for the journal. */
    record Unreadable(OAuthErrorCode code, String problem) implements TokenRequest {}

    /** Reads a token request. What it does not know it ignores. */
    static TokenRequest read(Parameters parameters) {
        try {
            Optional<String> grantType = parameters.text("grant_type");
            if (grantType.isEmpty()) {
                return invalid("grant_type is missing; it should be authorization_code or refresh_token");
            }
            if (grantType.get().equals("authorization_code")) {
                return codeExchange(parameters);
            }
            if (grantType.get().equals("refresh_token")) {
                Optional<String> token = parameters.text("refresh_token");
                return token.isPresent() ? new RefreshTokenGrant(token.get()) : invalid("refresh_token is missing");
            }
            return new Unreadable(
                    OAuthErrorCode.UNSUPPORTED_GRANT_TYPE,
                    "grant_type should be authorization_code or refresh_token, instead was "
                            + Clip.word(grantType.get()));
        } catch (Parameters.Misshapen e) {
            return invalid(e.problem());
        }
    }

    private static TokenRequest codeExchange(Parameters parameters) throws Parameters.Misshapen {
        Optional<String> code = parameters.text("code");
        if (code.isEmpty()) {
            return invalid("code is missing");
        }
        Optional<ExternalAccount> externalAccount = Optional.empty();
        Optional<Parameters> account = parameters.nested("external_account");
        if (account.isPresent()) {
            Optional<String> key = account.get().text("key");
            Optional<String> name = account.get().text("name");
            if (key.isPresent() != name.isPresent()) {
                return invalid("external_account should have both key and name");
            }
            externalAccount =
                    key.flatMap(present -> name.map(alsoPresent -> new ExternalAccount(present, alsoPresent)));
        }
        return new CodeExchange(
                code.get(), parameters.text("redirect_uri"), parameters.text("code_verifier"), externalAccount);
    }

    private static Unreadable invalid(String problem) {
        return new Unreadable(OAuthErrorCode.INVALID_REQUEST, problem);
    }
}
