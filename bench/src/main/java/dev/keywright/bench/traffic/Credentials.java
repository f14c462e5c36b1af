package dev.keywright.bench.traffic;

import dev.keywright.protocol.ClientId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a connection signs in with at the token endpoint. Prints as {@code ***}. */
public record Credentials(ClientId client, String secret) {
    /** The value of the {@code Authorization} header (RFC 7617). */
    public String basic() {
        byte[] pair = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "***";
    }
}
