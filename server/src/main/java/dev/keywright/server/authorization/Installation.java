package dev.keywright.server.authorization;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;

/** The triple that a bot is unique for: which connection acts for whom, and where. */
public record Installation(ClientId client, WorkspaceId workspace, PersonId person) {
    /** The bot of this triple, the same whenever the person installs again. */
    public BotId bot() {
        return BotId.of(client, workspace, person);
    }
}
