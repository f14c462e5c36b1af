package dev.keywright.client;

import java.util.Optional;

/**
 * What the browser brought back to the redirect URI (RFC 6749 §4.1.2). Nothing of it may be believed before the state is
 * compared, so {@link #read(String, State)} does that first.
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
     * The callback comes from another server than the one that was expected, or does not say from which: {@code iss} is
     * another or missing (RFC 9207 §2.4). One server may have been made to answer for another, a mix-up (RFC 9700 §4.4): a
     * code sent to the wrong one is stolen. Do nothing with it, an error neither, but begin again.
     */
    record IssuerMismatch() implements AuthorizationCallback {}

    /**
     * Not an answer of this protocol: a parameter is repeated, badly escaped, or there is neither code nor error.
     *
     * @param problem what is wrong; quotes nothing of the query
     */
    record Malformed(String problem) implements AuthorizationCallback {}

    /**
     * Reads a callback of an app with one server. Who sent it is not asked, and {@code iss} is ignored: Notion sends none.
     *
     * @param rawQuery the query string as it arrived, still escaped, with or without the question mark; in a servlet
     *     {@code request.getQueryString()}
     * @param expected the state kept in this browser's session
     * @return the code, a refusal of the person or of the server, or why the callback is not to be believed; never an
     *     {@link IssuerMismatch}
     */
    static AuthorizationCallback read(String rawQuery, State expected) {
        return new CallbackReader(expected, Optional.empty()).read(rawQuery);
    }

    /**
     * Reads a callback of an app with several servers, of which this one has to say who it is ({@code iss}, RFC 9207):
     * Keywright does in its {@code standard} dialect, Notion and the dialect {@code notion} do not, so that every callback
     * of theirs would be an {@link IssuerMismatch}.
     *
     * @param rawQuery the query string as it arrived, still escaped, with or without the question mark; in a servlet
     *     {@code request.getQueryString()}
     * @param expected the state kept in this browser's session
     * @param issuer the server that this browser was sent to, kept in its session, too
     * @return the code, a refusal of the person or of the server, or why the callback is not to be believed
     */
    static AuthorizationCallback read(String rawQuery, State expected, Issuer issuer) {
        return new CallbackReader(expected, Optional.of(issuer)).read(rawQuery);
    }
}
