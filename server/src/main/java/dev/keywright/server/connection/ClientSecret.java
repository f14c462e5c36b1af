package dev.keywright.server.connection;

import java.util.Optional;

/**
 * A client secret as the store keeps it.
 *
 * @param readable the secret itself, which only the emulator keeps, to show it
 */
public record ClientSecret(SecretHash hash, Optional<String> readable) {
    /** What production keeps of a secret: its hash. */
    public static ClientSecret hashed(String secret) {
        return new ClientSecret(SecretHash.of(secret), Optional.empty());
    }

    /** What the emulator keeps of a secret. */
    public static ClientSecret readable(String secret) {
        return new ClientSecret(SecretHash.of(secret), Optional.of(secret));
    }

    @Override
    public String toString() {
        return "***";
    }
}
