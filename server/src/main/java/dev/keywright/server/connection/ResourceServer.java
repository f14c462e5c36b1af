package dev.keywright.server.connection;

import dev.keywright.protocol.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * An API that is opened by tokens of any connection, and may therefore ask what they are worth (RFC 6749 §1.1, RFC 7662
 * §2.1). It is no connection: it gets, refreshes and revokes no token.
 *
 * @param secret the hash of its one secret, which this server made
 */
public record ResourceServer(ClientId id, String name, SecretHash secret, Instant madeAt) {
    /** Its secret, when {@code presented} is that. Takes the same time whether it is or not. */
    public Optional<SecretHash> secretFor(String presented) {
        return secret.equalsInConstantTime(SecretHash.of(presented)) ? Optional.of(secret) : Optional.empty();
    }
}
