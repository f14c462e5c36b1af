package dev.keywright.server.connection;

import dev.keywright.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * SHA-256 of a client secret, in hex. Secrets that the server makes have 256 random bits, to which a slow password hash
 * would add nothing but milliseconds on every token request.
 */
public record SecretHash(String hex) {
    private static final int REF = 12;

    /** The hash of a secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(Sha256.hex(secret));
    }

    /** What a page calls the secret by: no secret, and no way back to the hash either. */
    public String ref() {
        return Sha256.hex(hex).substring(0, REF);
    }

    boolean equalsInConstantTime(SecretHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "***";
    }
}
