package dev.keywright.protocol;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Names the identity that a connection has for one person in one workspace. On the wire it is a lower-case dashed UUID. */
public record BotId(UUID value) {
    /**
     * The bot of a triple. It is a function of the triple alone, so it is the same whenever the person installs again,
     * on every node, without a lookup.
     */
    public static BotId of(ClientId client, WorkspaceId workspace, PersonId person) {
        ByteBuffer triple = ByteBuffer.allocate(3 * 2 * Long.BYTES);
        for (UUID part : new UUID[] {client.value(), workspace.value(), person.value()}) {
            triple.putLong(part.getMostSignificantBits()).putLong(part.getLeastSignificantBits());
        }
        ByteBuffer digest = ByteBuffer.wrap(Sha256.digest(triple.array()));
        return new BotId(Uuids.version4(digest.getLong(), digest.getLong()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
