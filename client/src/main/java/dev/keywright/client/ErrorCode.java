package dev.keywright.client;

import java.util.Locale;

/** The error codes of the OAuth endpoints (RFC 6749 §5.2), and those around them that an app can do something about. */
public enum ErrorCode {
    /** A parameter is missing, repeated or malformed. */
    INVALID_REQUEST,
    /** Client id or secret are wrong, or the connection is disabled. */
    INVALID_CLIENT,
    /**
     * The code or refresh token is not, or no longer, good for this connection, or redirect URI or code verifier are not
     * those of the authorization request.
     */
    INVALID_GRANT,
    /** This connection may not use the grant. */
    UNAUTHORIZED_CLIENT,
    /** The server does not know the grant type. */
    UNSUPPORTED_GRANT_TYPE,
    /** Listed by Notion; this client asks for no scope. */
    INVALID_SCOPE,
    /** The path is none of the API's: look at the base URL. */
    INVALID_REQUEST_URL,
    /** Any other; {@link Refused#error()} has it. */
    UNKNOWN;

    static ErrorCode of(String error) {
        for (ErrorCode code : values()) {
            if (code != UNKNOWN && code.name().toLowerCase(Locale.ROOT).equals(error)) {
                return code;
            }
        }
        return UNKNOWN;
    }
}
