package dev.keywright.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A connection's id and secret, as the server's settings page shows them.
 *
 * @param clientId the id; has no colon, which would end it in a Basic header (RFC 7617 §2)
 * @param clientSecret the secret
 */
public record ClientCredentials(String clientId, String clientSecret) {
    /** Refuses what no server gives out: empty parts, white space and control characters, a colon in the id. */
    public ClientCredentials {
        if (clientId.isEmpty() || clientId.contains(":") || !isOneWord(clientId)) {
            throw new IllegalArgumentException("the client id should be one word without a colon");
        }
        if (clientSecret.isEmpty() || !isOneWord(clientSecret)) {
            throw new IllegalArgumentException("the client secret should be one word");
        }
    }

    /**
     * The value of the Authorization header. Id and secret go as they are: Notion is not known to decode what RFC 6749
     * §2.3.1 would have a client encode.
     */
    String basic() {
        byte[] both = (clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static boolean isOneWord(String text) {
        return text.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    /** Shows the id and nothing of the secret. */
    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + ", ***]";
    }
}
