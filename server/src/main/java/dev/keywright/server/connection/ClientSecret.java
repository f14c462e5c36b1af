package dev.keywright.server.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * A client secret as the store keeps it.
 *
 * @param readable the secret itself, which only the emulator keeps, to show it
 * @param made when and how it was made, if this server made it
 */
public record ClientSecret(SecretHash hash, Optional<String> readable, Optional<Made> made) {
    /**
     * The making of a secret.
     *
     * @param ending its last characters, by which people tell two secrets apart
     */
    public record Made(Instant at, String ending) {}

    /** What production keeps of a secret: its hash. */
    public static ClientSecret hashed(String secret) {
        return new ClientSecret(SecretHash.of(secret), Optional.empty(), Optional.empty());
    }

    /** What the emulator keeps of a secret. */
    public static ClientSecret readable(String secret) {
        return new ClientSecret(SecretHash.of(secret), Optional.of(secret), Optional.empty());
    }

    @Override
    public String toString() {
        return "***";
    }
}
