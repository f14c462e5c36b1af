package dev.keywright.protocol;

import java.util.UUID;

/**
 * Names who authenticates at the OAuth endpoints (RFC 6749 §2.2): a connection, which is a registered third-party app, or a
 * resource server. On the wire it is a lower-case dashed UUID.
 */
public record ClientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
