package dev.keywright.server.store.sql;

import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.Workspace;
import java.sql.SQLException;

/** Writes workspaces and their members one at a time. */
final class WorkspaceRows {
    private static final String INSERT = """
            INSERT INTO workspace (id, position, name, icon)
            VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM workspace), ?, ?)
            """;
    private static final String ADD_MEMBER = """
            INSERT INTO workspace_member (workspace_id, position, person_id)
            SELECT ?1, coalesce(max(position), 0) + 1, ?2 FROM workspace_member WHERE workspace_id = ?1
            HAVING NOT EXISTS (SELECT 1 FROM workspace_member WHERE workspace_id = ?1 AND person_id = ?2)
            """;

    private WorkspaceRows() {}

    /** A new workspace, after all others; its members come one by one. */
    static void insert(Statements statements, Workspace workspace) throws SQLException {
        statements.update(INSERT, workspace.id().value(), workspace.name(), workspace.icon());
        for (PersonId member : workspace.members()) {
            addMember(statements, workspace.id(), member);
        }
    }

    /** One more member, after the others; nothing happens when the person is one. */
    static void addMember(Statements statements, WorkspaceId workspace, PersonId person) throws SQLException {
        statements.update(ADD_MEMBER, workspace.value(), person.value());
    }
}
