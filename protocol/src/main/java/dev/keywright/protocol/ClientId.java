package dev.keywright.protocol;

import java.util.UUID;

/** Names a connection: a registered third-party app (RFC 6749 §2.2). On the wire it is a lower-case dashed UUID. */
public record ClientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
