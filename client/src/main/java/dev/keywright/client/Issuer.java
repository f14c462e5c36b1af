package dev.keywright.client;

/**
 * The name of an authorization server, as its metadata has it ({@code issuer}, RFC 8414 §2): Keywright's is its public URL,
 * without a slash at the end. An app that sends people to more than one server keeps beside the {@link State} to which it
 * sent this browser, and {@link AuthorizationCallback#read(String, State, Issuer)} finds out when another one answers.
 *
 * @param value what {@code iss} has to be, character by character; never empty
 */
public record Issuer(String value) {
    /** Refuses an empty name, which no server has. */
    public Issuer {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an empty issuer names no server");
        }
    }

    /**
     * Whether a callback comes from this server. Nothing is made alike first, neither case nor slashes nor ports (RFC 9207
     * §2.4).
     *
     * @param presented {@code iss} of the callback, unescaped; empty when it has none
     * @return whether it is this very name
     */
    public boolean matches(String presented) {
        return value.equals(presented);
    }
}
