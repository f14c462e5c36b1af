package dev.keywright.server.workspace;

import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import java.util.List;
import java.util.Optional;

/**
 * A workspace.
 *
 * @param icon a URL or an emoji
 * @param members in order; the first is the person by default
 */
public record Workspace(WorkspaceId id, String name, Optional<String> icon, List<PersonId> members) {
    public Workspace {
        members = List.copyOf(members);
    }
}
