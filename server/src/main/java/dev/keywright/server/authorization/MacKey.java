package dev.keywright.server.authorization;

import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of HMAC-SHA-256: 256 random bits, never in the database. */
public final class MacKey {
    /** The algorithm the key is for. */
    static final String ALGORITHM = "HmacSHA256";

    /** Bytes of a key. */
    public static final int LENGTH = 32;

    private final KeyId id;
    private final SecretKey secret;

    /** A key from its 32 bytes. */
    public MacKey(KeyId id, byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a MAC key has 32 bytes, not " + secret.length);
        }
        this.id = id;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A new key; {@code random} must be cryptographically strong wherever tokens guard anything. */
    public static MacKey random(KeyId id, RandomGenerator random) {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return new MacKey(id, secret);
    }

    /** The key's name. */
    public KeyId id() {
        return id;
    }

    SecretKey secret() {
        return secret;
    }

    /** The key's bytes, for the key file. */
    public byte[] reveal() {
        return secret.getEncoded();
    }

    @Override
    public String toString() {
        return "MacKey[" + id + ", ***]";
    }
}
