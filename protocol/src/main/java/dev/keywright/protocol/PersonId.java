package dev.keywright.protocol;

import java.util.UUID;

/** Names a person. On the wire it is a lower-case dashed UUID. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
