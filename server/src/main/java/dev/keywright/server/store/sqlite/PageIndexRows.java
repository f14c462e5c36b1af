package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.PageIndex;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps indexes of pages up to date: reads what was written since, which mostly is nothing. */
final class PageIndexRows {
    private static final String WRITTEN = """
            SELECT id, parent_id, audience_id, folded_title, position, edited_at, revision FROM page
            WHERE workspace_id = ? AND revision > ?
            """;
    private static final String VIEWERS = """
            SELECT v.page_id, v.person_id FROM page_viewer v
            WHERE v.page_id IN (SELECT audience_id FROM page WHERE workspace_id = ? AND revision > ?)
            """;

    private PageIndexRows() {}

    private record Key(WorkspaceId workspace) {}

    /** The index of a workspace as this transaction sees it. */
    static PageIndex of(Statements statements, NameCache names, WorkspaceId workspace) throws SQLException {
        return names.refresh(
                new Key(workspace),
                PageIndex.class,
                PageIndex.EMPTY,
                known -> known.with(written(statements, workspace, known.revision())));
    }

    private static List<PageIndex.Entry> written(Statements statements, WorkspaceId workspace, long since)
            throws SQLException {
        List<PageIndex.Entry> written = new ArrayList<>();
        Map<PageId, Set<PersonId>> viewers = viewers(statements, workspace, since);
        PreparedStatement statement = statements.of(WRITTEN);
        Columns.bind(statement, workspace.value(), since);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<PageId> audience = Columns.optionalUuid(row, 3, PageId::new);
                written.add(new PageIndex.Entry(
                        new PageId(Columns.uuid(row, 1)),
                        Columns.optionalUuid(row, 2, PageId::new),
                        audience.map(listing -> viewers.getOrDefault(listing, Set.of())),
                        new FoldedTitle(row.getString(4)),
                        row.getLong(5),
                        Columns.time(row, 6),
                        row.getLong(7)));
            }
        }
        return written;
    }

    private static Map<PageId, Set<PersonId>> viewers(Statements statements, WorkspaceId workspace, long since)
            throws SQLException {
        Map<PageId, Set<PersonId>> viewers = new HashMap<>();
        PreparedStatement statement = statements.of(VIEWERS);
        Columns.bind(statement, workspace.value(), since);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                viewers.computeIfAbsent(new PageId(Columns.uuid(row, 1)), id -> new HashSet<>())
                        .add(new PersonId(Columns.uuid(row, 2)));
            }
        }
        return viewers;
    }
}
