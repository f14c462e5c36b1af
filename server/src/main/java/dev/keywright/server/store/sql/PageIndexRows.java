package dev.keywright.server.store.sql;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps indexes of pages up to date: reads what was written since, which mostly is nothing. */
final class PageIndexRows {
    private static final String WRITTEN = """
            SELECT id, parent_id, audience_id, folded_title, position, edited_at, revision
            FROM page WHERE workspace_id = ? AND revision > ?
            """;
    private static final String VIEWERS = "SELECT person_id FROM page_viewer WHERE page_id = ?";

    private PageIndexRows() {}

    private record Key(WorkspaceId workspace) {}

    /** The index of a workspace as this transaction sees it. */
    static PageIndex of(Statements statements, Names names, WorkspaceId workspace) throws SQLException {
        return names.refresh(
                new Key(workspace),
                PageIndex.class,
                PageIndex.EMPTY,
                known -> known.with(written(statements, workspace, known.revision())));
    }

    private static List<PageIndex.Entry> written(Statements statements, WorkspaceId workspace, long since)
            throws SQLException {
        List<PageIndex.Entry> written = new ArrayList<>();
        Map<UUID, Set<PersonId>> viewers = new HashMap<>();
        PreparedStatement statement = statements.bound(WRITTEN, workspace.value(), since);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<UUID> audience = Columns.optionalUuid(row, 3, listing -> listing);
                if (audience.isPresent() && !viewers.containsKey(audience.get())) {
                    viewers.put(audience.get(), viewers(statements, audience.get()));
                }
                written.add(new PageIndex.Entry(
                        new PageId(Columns.uuid(row, 1)),
                        Columns.optionalUuid(row, 2, PageId::new),
                        audience.map(viewers::get),
                        new FoldedTitle(row.getString(4)),
                        row.getLong(5),
                        Columns.time(row, 6),
                        row.getLong(7)));
            }
        }
        return written;
    }

    /** The people of a list of viewers. */
    static Set<PersonId> viewers(Statements statements, UUID listing) throws SQLException {
        return WorldRows.ids(statements, VIEWERS, listing).stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
