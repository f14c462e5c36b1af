package dev.keywright.bench.peer.spring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares secrets without hashing them, in constant time. */
final class SecretsAsTheyAre implements PasswordEncoder {
    @Override
    public String encode(CharSequence secret) {
        return secret.toString();
    }

    @Override
    public boolean matches(CharSequence secret, String stored) {
        return MessageDigest.isEqual(bytes(secret.toString()), bytes(stored));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
