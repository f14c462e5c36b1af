package dev.keywright.server.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A client secret in clear, on its way to the one who will keep it. */
public record PlainSecret(String reveal) {
    /** 43 of 62 characters are 256 bits. */
    private static final int CHARACTERS = 43;

    private static final int ENDING = 4;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** A fresh one; {@code random} must be cryptographically strong in production. */
    public static PlainSecret random(RandomGenerator random) {
        StringBuilder secret = new StringBuilder("secret_");
        for (int i = 0; i < CHARACTERS; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PlainSecret(secret.toString());
    }

    /** What is kept of it; {@code readable} is for the emulator alone, which shows it again. */
    public ClientSecret kept(Instant madeAt, boolean readable) {
        return new ClientSecret(
                SecretHash.of(reveal),
                readable ? Optional.of(reveal) : Optional.empty(),
                Optional.of(new ClientSecret.Made(madeAt, reveal.substring(reveal.length() - ENDING))));
    }

    @Override
    public String toString() {
        return "***";
    }
}
