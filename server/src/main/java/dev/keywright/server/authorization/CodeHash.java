package dev.keywright.server.authorization;

import dev.keywright.protocol.Sha256;

/** SHA-256 of an authorization code, in hex: 122 random bits need no slow hash. */
public record CodeHash(String hex) implements AuthorizationKey {
    static CodeHash of(AuthorizationCode code) {
        return new CodeHash(Sha256.hex(code.reveal()));
    }
}
