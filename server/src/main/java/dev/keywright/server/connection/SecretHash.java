package dev.keywright.server.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a client secret, in hex. Secrets that the server makes have 256 random bits, to which a slow password hash
 * would add nothing but milliseconds on every token request.
 */
public record SecretHash(String hex) {
    private static final int REF = 12;

    /** The hash of a secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(sha256(secret));
    }

    /** What a page calls the secret by: no secret, and no way back to the hash either. */
    public String ref() {
        return sha256(hex).substring(0, REF);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
