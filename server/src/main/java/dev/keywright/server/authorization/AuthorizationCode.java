package dev.keywright.server.authorization;

import dev.keywright.protocol.Uuids;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The one-time UUID that stands for a consent (RFC 6749 §4.1.2). The store keeps only its hash. */
public record AuthorizationCode(UUID value) {
    /** A new code. */
    public static AuthorizationCode random(RandomGenerator random) {
        return new AuthorizationCode(Uuids.random(random));
    }

    /** Reads what a client presents as a code; anything but a lower-case dashed UUID is none. */
    public static Optional<AuthorizationCode> read(String presented) {
        return Uuids.exact(presented).map(AuthorizationCode::new);
    }

    /** What the store knows the code by. */
    public CodeHash hash() {
        return CodeHash.of(this);
    }

    /** The code as it is put into the redirect. */
    public String reveal() {
        return value.toString();
    }

    @Override
    public String toString() {
        return "***";
    }
}
