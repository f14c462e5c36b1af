package dev.keywright.server.workspace;

import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;

/** A member of a workspace who looks at its pages: what he can see there, he may share. */
public record Viewer(WorkspaceId workspace, PersonId person) {}
