package dev.keywright.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The {@code state} of one authorization request (RFC 6749 §4.1.1): it binds the answer to the browser that asked. Keep
 * {@link #value()} in that browser's session, and use it for one callback alone.
 *
 * @param value what is sent, and comes back unchanged; never empty
 */
public record State(String value) {
    private static final int RANDOM_BYTES = 32;

    /** A state that was kept. Refuses an empty one, which any callback without state would match. */
    public State {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty state protects nothing");
        }
    }

    /**
     * Makes a new state of 256 random bits, 43 characters that need no escaping.
     *
     * @param random where the bits come from
     * @return a state for one authorization request
     */
    public static State random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new State(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Whether a callback brought this state back. Takes as long for a near miss as for any other.
     *
     * @param presented {@code state} of the callback, unescaped; empty when it has none
     * @return whether it is this very state
     */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows nothing of the value: who knows it can forge a callback. */
    @Override
    public String toString() {
        return "State[***]";
    }
}
