package dev.keywright.client;

/**
 * An access token to call the API with.
 *
 * @param value the token, opaque
 */
public record AccessToken(String value) implements AccessResult {
    /** The value of the Authorization header (RFC 6750 §2.1). */
    public String bearer() {
        return "Bearer " + value;
    }

    /** Shows nothing of the token. */
    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
