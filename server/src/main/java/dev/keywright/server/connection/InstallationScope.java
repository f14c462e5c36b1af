package dev.keywright.server.connection;

import dev.keywright.protocol.WorkspaceId;
import java.util.Set;

/** Where a connection may be installed. */
public sealed interface InstallationScope {
    /** Whether it may be installed in this workspace. */
    boolean includes(WorkspaceId workspace);

    /** In any workspace. */
    record AnyWorkspace() implements InstallationScope {
        @Override
        public boolean includes(WorkspaceId workspace) {
            return true;
        }
    }

    /** In these and no other. */
    record SelectedWorkspaces(Set<WorkspaceId> workspaces) implements InstallationScope {
        public SelectedWorkspaces {
            workspaces = Set.copyOf(workspaces);
        }

        @Override
        public boolean includes(WorkspaceId workspace) {
            return workspaces.contains(workspace);
        }
    }

    /** In this one alone, by the person who made it: an internal connection. It asks nobody and has a static token. */
    record Internal(WorkspaceId workspace) implements InstallationScope {
        @Override
        public boolean includes(WorkspaceId other) {
            return workspace.equals(other);
        }
    }
}
