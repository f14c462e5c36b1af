package dev.keywright.server.authorization;

import dev.keywright.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A PKCE challenge of method S256, the only one there is here (RFC 7636 §4.2; RFC 9700 §2.1.1). */
public record CodeChallenge(String value) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** Reads a challenge: base64url of a SHA-256, 43 characters without padding. */
    public static Optional<CodeChallenge> read(String value) {
        return CHALLENGE.matcher(value).matches() ? Optional.of(new CodeChallenge(value)) : Optional.empty();
    }

    /** Whether the verifier is well-formed (RFC 7636 §4.1) and the one this challenge was made from. */
    public boolean matches(String verifier) {
        if (!VERIFIER.matcher(verifier).matches()) {
            return false;
        }
        byte[] expected = value.getBytes(StandardCharsets.US_ASCII);
        byte[] actual = Base64.getUrlEncoder()
                .withoutPadding()
                .encode(Sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        return MessageDigest.isEqual(expected, actual);
    }
}
