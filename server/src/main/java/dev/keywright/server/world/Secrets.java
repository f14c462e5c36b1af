package dev.keywright.server.world;

import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The secrets of a world file's connections, each kept as it may be. No refusal repeats a secret. */
final class Secrets {
    private static final int LEAST_IN_PRODUCTION = 32;

    private final SecretKeeping keeping;
    private final RandomGenerator random;

    Secrets(SecretKeeping keeping, RandomGenerator random) {
        this.keeping = keeping;
        this.random = random;
    }

    ClientSecret keep(Fields fields) throws Complaint {
        Optional<String> given = fields.text("client_secret");
        if (given.isPresent() && given.get().chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw fields.place("client_secret")
                    .complaint("should be printable ASCII without spaces (RFC 6749 appendix A.2)");
        }
        return switch (keeping) {
            case READABLE ->
                ClientSecret.readable(
                        given.orElseGet(() -> PlainSecret.random(random).reveal()));
            case HASHED -> ClientSecret.hashed(fitForProduction(fields, given));
        };
    }

    private static String fitForProduction(Fields fields, Optional<String> given) throws Complaint {
        if (given.isEmpty()) {
            throw fields.place("client_secret")
                    .complaint("should have the field client_secret: only its hash is kept, so one that is made could"
                            + " never be read");
        }
        if (given.get().length() < LEAST_IN_PRODUCTION) {
            throw fields.place("client_secret")
                    .complaint("should have at least " + LEAST_IN_PRODUCTION + " characters; make one with"
                            + " `openssl rand -hex 32`");
        }
        if (BuiltInWorld.knownSecrets().contains(SecretHash.of(given.get()))) {
            throw fields.place("client_secret")
                    .complaint("should be a secret of your own: this one is in the built-in world, which everyone can"
                            + " read; make one with `openssl rand -hex 32`");
        }
        return given.get();
    }
}
