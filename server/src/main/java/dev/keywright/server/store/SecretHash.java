package dev.keywright.server.store;

import dev.keywright.protocol.Sha256;

/** SHA-256 of a secret of 256 random bits that the server made: a session, an invitation. The secret itself is not kept. */
public record SecretHash(String hex) {
    /** The hash of a secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(Sha256.hex(secret));
    }
}
