package dev.keywright.client;

/**
 * An access token to call the API with.
 *
 * @param value the token, opaque
 */
public record AccessToken(String value) implements AccessResult {
    /** {@return the value of the Authorization header (RFC 6750 §2.1), as secret as the token itself} */
    public String bearer() {
        return "Bearer " + value;
    }

    /** Shows nothing of the token. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
