package dev.keywright.protocol;

import java.util.Locale;

/** The error codes of the token, introspection and revocation endpoints (RFC 6749 §5.2). */
public enum OAuthErrorCode {
    INVALID_REQUEST(400, "A required parameter is missing, repeated or malformed."),
    INVALID_CLIENT(401, "Client authentication failed."),
    INVALID_GRANT(
            400,
            "The code or refresh token is invalid, expired, revoked, already used, or was issued to another client."),
    UNAUTHORIZED_CLIENT(400, "This client may not use this grant type."),
    UNSUPPORTED_GRANT_TYPE(400, "The grant type must be authorization_code or refresh_token.");

    private final int status;
    private final String sentence;

    OAuthErrorCode(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The HTTP status that goes with the code. */
    public int status() {
        return status;
    }

    /** The code as it is written on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the client is told in {@code error_description}: the same sentence whatever the private reason was. */
    public String sentence() {
        return sentence;
    }
}
