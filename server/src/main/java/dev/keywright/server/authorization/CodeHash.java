package dev.keywright.server.authorization;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** SHA-256 of an authorization code, in hex: 122 random bits need no slow hash. */
public record CodeHash(String hex) implements AuthorizationKey {
    static CodeHash of(AuthorizationCode code) {
        return new CodeHash(HexFormat.of().formatHex(Sha256.digest(code.reveal().getBytes(StandardCharsets.US_ASCII))));
    }
}
