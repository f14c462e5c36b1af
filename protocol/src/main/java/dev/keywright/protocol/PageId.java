package dev.keywright.protocol;

import java.util.UUID;

/** Names a page. On the wire it is a lower-case dashed UUID. */
public record PageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
