package dev.keywright.server.store.sql;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.PlacedPage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads pages as a bot sees them. */
final class SharedPages {
    private static final String PAGE =
            "SELECT id, parent_id, title, created_at, edited_at, workspace_id, audience_id FROM page WHERE id = ?";
    private static final String LINEAGE = """
            WITH RECURSIVE up (id, parent_id) AS (
              SELECT id, parent_id FROM page WHERE id = ?
              UNION ALL
              SELECT p.id, p.parent_id FROM up JOIN page p ON p.id = up.parent_id)
            SELECT id FROM up
            """;
    private static final String SUMMARIES = """
            SELECT id, parent_id, title, created_at, edited_at FROM page
            WHERE id IN %s
            """.formatted(Columns.idsIn("?1"));

    private SharedPages() {}

    /** A page with what decides who sees it. */
    static Optional<PlacedPage> find(Statements statements, PageId id) throws SQLException {
        PreparedStatement statement = statements.bound(PAGE, id.value());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            WorkspaceId workspace = new WorkspaceId(Columns.uuid(row, 6));
            Optional<UUID> audience = Columns.optionalUuid(row, 7, listing -> listing);
            PageSummary summary = summary(row);
            Set<PageId> lineage = new HashSet<>();
            WorldRows.ids(statements, LINEAGE, id.value()).forEach(above -> lineage.add(new PageId(above)));
            return Optional.of(new PlacedPage(
                    summary,
                    workspace,
                    lineage,
                    audience.isPresent()
                            ? Optional.of(PageIndexRows.viewers(statements, audience.get()))
                            : Optional.empty()));
        }
    }

    private static PageSummary summary(ResultSet row) throws SQLException {
        return new PageSummary(
                new PageId(Columns.uuid(row, 1)),
                Columns.optionalUuid(row, 2, PageId::new),
                row.getString(3),
                Columns.time(row, 4),
                Columns.time(row, 5));
    }

    /** What a search finds; empty when the page to go on after is not in reach. */
    static Optional<List<PageSummary>> search(Statements statements, Names names, PageSearch search)
            throws SQLException {
        WorkspaceId workspace = search.reach().sharer().workspace();
        Optional<List<PageId>> found =
                PageIndexRows.of(statements, names, workspace).find(search);
        return found.isEmpty() ? Optional.empty() : Optional.of(summaries(statements, found.get()));
    }

    private static List<PageSummary> summaries(Statements statements, List<PageId> ids) throws SQLException {
        Map<PageId, PageSummary> summaries = new HashMap<>();
        PreparedStatement statement = statements.bound(SUMMARIES, Columns.bytes(ids));
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                PageSummary summary = summary(row);
                summaries.put(summary.id(), summary);
            }
        }
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(summaries.get(id)).stream())
                .toList();
    }
}
