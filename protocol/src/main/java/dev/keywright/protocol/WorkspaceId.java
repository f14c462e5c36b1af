package dev.keywright.protocol;

import java.util.UUID;

/** Names a workspace. On the wire it is a lower-case dashed UUID. */
public record WorkspaceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
