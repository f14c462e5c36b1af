package dev.keywright.server.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate with the key that belongs to it.
 *
 * @param chain the server's own certificate, and those that vouch for it
 */
record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    private static final byte[] PROBE = "Keywright".getBytes(StandardCharsets.UTF_8);

    ServerCertificate {
        chain = List.copyOf(chain);
    }

    /** How keys of this kind sign; empty for a kind that is not taken. */
    static Optional<String> signing(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            case "EdDSA" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
    }

    /** Whether what this private key signs verifies with that public key. */
    static boolean belong(PrivateKey key, PublicKey other, String signing) {
        try {
            Signature signature = Signature.getInstance(signing);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(other);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What is wrong with its dates now, to end a sentence. */
    Optional<String> outOfDate(Instant now) {
        Instant from = chain.getFirst().getNotBefore().toInstant();
        Instant until = chain.getFirst().getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return Optional.of("is not valid before " + from);
        }
        return now.isAfter(until) ? Optional.of("has expired on " + until) : Optional.empty();
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return chain.getFirst().getSubjectX500Principal().toString();
    }
}
