package dev.keywright.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret half of PKCE (RFC 7636): its challenge goes with the authorization request, it goes with the exchange. Keep
 * {@link #value()} in the session beside the {@link State}.
 *
 * @param value 43 to 128 unreserved characters (RFC 7636 §4.1)
 */
public record CodeVerifier(String value) {
    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** A verifier that was kept. Refuses what RFC 7636 §4.1 does not allow. */
    public CodeVerifier {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a code verifier is 43 to 128 characters of A-Z a-z 0-9 - . _ ~");
        }
    }

    /**
     * Makes a new verifier of 256 random bits, 43 characters.
     *
     * @param random where the bits come from
     * @return a verifier for one authorization request
     */
    public static CodeVerifier random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CodeVerifier(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** {@return the {@code code_challenge} of method S256 (RFC 7636 §4.2), the only method that Keywright takes} */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Shows nothing of the value. */
    @Override
    public String toString() {
        return "CodeVerifier[***]";
    }
}
