package dev.keywright.client;

import java.util.Optional;

/**
 * What the browser brought back to the redirect URI (RFC 6749 §4.1.2). Nothing of it may be believed before the state is
 * compared, so {@link #read} does that first.
 */
public sealed interface AuthorizationCallback {
    /**
     * The person allowed it. Exchange the code once, within ten minutes: a code used twice ends its authorization.
     *
     * @param value for {@link OAuthClient#exchange}
     */
    record AuthorizationCode(String value) implements AuthorizationCallback {
        /** Shows nothing of the code. */
        @Override
        public String toString() {
            return "AuthorizationCode[***]";
        }
    }

    /** The person cancelled ({@code access_denied}). */
    record AccessDenied() implements AuthorizationCallback {}

    /**
     * The server refused the request for another reason (RFC 6749 §4.1.2.1).
     *
     * @param error the code, {@code invalid_request} for example, as it was sent
     * @param description a sentence for developers, when there is one
     */
    record AuthorizationRefused(String error, Optional<String> description) implements AuthorizationCallback {}

    /**
     * The state is missing or not the one that was sent: the callback belongs to another browser or an earlier attempt, or
     * somebody forged it. Do nothing with it but begin again.
     */
    record StateMismatch() implements AuthorizationCallback {}

    /**
     * Not an answer of this protocol: a parameter is repeated, badly escaped, or there is neither code nor error.
     *
     * @param problem what is wrong; quotes nothing of the query
     */
    record Malformed(String problem) implements AuthorizationCallback {}

    /**
     * Reads a callback.
     *
     * @param rawQuery the query string as it arrived, still escaped, with or without the question mark; in a servlet
     *     {@code request.getQueryString()}
     * @param expected the state kept in this browser's session
     */
    static AuthorizationCallback read(String rawQuery, State expected) {
        return new CallbackReader(expected).read(rawQuery);
    }
}
