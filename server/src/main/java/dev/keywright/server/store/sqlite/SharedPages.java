package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.PlacedPage;
import dev.keywright.server.workspace.Viewer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads pages as a bot sees them. The column {@code lineage} makes what lies below a shared page one range of an index,
 * so that a search passes over what is shared and over nothing else.
 */
final class SharedPages {
    private static final String PAGE =
            "SELECT id, parent_id, title, created_at, edited_at, workspace_id, audience_id FROM page WHERE id = ?";
    private static final String VIEWERS = "SELECT person_id FROM page_viewer WHERE page_id = ?";
    private static final String ABOVE = """
            WITH RECURSIVE up (id, parent_id) AS (
              SELECT id, parent_id FROM page WHERE id = ?
              UNION ALL
              SELECT p.id, p.parent_id FROM up JOIN page p ON p.id = up.parent_id)
            SELECT id FROM up
            """;
    private static final String LINEAGES = """
            SELECT lineage FROM page WHERE id IN (SELECT unhex(value) FROM json_each(?)) AND workspace_id = ?
            ORDER BY lineage
            """;
    private static final String CURSOR = "SELECT edited_at, position, folded_title FROM page WHERE id = ?";

    private static final String NEWEST_FIRST = found(
            "(?5 IS NULL OR h.edited_at < ?5 OR (h.edited_at = ?5 AND h.position > ?6))",
            "h.edited_at DESC, h.position");
    private static final String OLDEST_FIRST = found(
            "(?5 IS NULL OR h.edited_at > ?5 OR (h.edited_at = ?5 AND h.position > ?6))", "h.edited_at, h.position");
    private static final String MOST_RELEVANT_FIRST = found(
            "(?5 IS NULL OR (instr(h.folded_title, ?4), h.folded_title, h.position) > (instr(?7, ?4), ?7, ?6))",
            "place, h.folded_title, h.position");

    private SharedPages() {}

    /** Parameters: 1 workspace, 2 person, 3 lineages of what is shared, 4 text, 5 to 7 the page to go on after, 8 how many. */
    private static String found(String goesOn, String order) {
        return """
            WITH hit AS (
              SELECT h.id, h.edited_at, h.position, h.folded_title, instr(h.folded_title, ?4) AS place
              FROM json_each(?3) r CROSS JOIN page h INDEXED BY page_by_lineage
              WHERE h.workspace_id = ?1 AND h.lineage >= r.value AND h.lineage < r.value || 'g'
                AND (?4 = '' OR instr(h.folded_title, ?4) > 0)
                AND %s
                AND (h.audience_id IS NULL
                  OR EXISTS (SELECT 1 FROM page_viewer v WHERE v.page_id = h.audience_id AND v.person_id = ?2))
              ORDER BY %s LIMIT ?8)
            SELECT p.id, p.parent_id, p.title, p.created_at, p.edited_at FROM hit h JOIN page p ON p.id = h.id ORDER BY %s
            """.formatted(goesOn, order, order.replace("place", "h.place"));
    }

    /** A page with what decides who sees it. */
    static Optional<PlacedPage> find(Statements statements, PageId id) throws SQLException {
        PreparedStatement statement = statements.of(PAGE);
        Columns.bind(statement, id.value());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            WorkspaceId workspace = new WorkspaceId(Columns.uuid(row, 6));
            Optional<UUID> audience = Columns.optionalUuid(row, 7, listing -> listing);
            PageSummary summary = summary(row);
            Set<PageId> lineage = new HashSet<>();
            WorldRows.ids(statements, ABOVE, id.value()).forEach(above -> lineage.add(new PageId(above)));
            return Optional.of(new PlacedPage(
                    summary,
                    workspace,
                    lineage,
                    audience.isPresent() ? Optional.of(viewers(statements, audience.get())) : Optional.empty()));
        }
    }

    private static Set<PersonId> viewers(Statements statements, UUID listing) throws SQLException {
        Set<PersonId> viewers = new HashSet<>();
        WorldRows.ids(statements, VIEWERS, listing).forEach(person -> viewers.add(new PersonId(person)));
        return viewers;
    }

    private static PageSummary summary(ResultSet row) throws SQLException {
        return new PageSummary(
                new PageId(Columns.uuid(row, 1)),
                Columns.optionalUuid(row, 2, PageId::new),
                row.getString(3),
                Columns.time(row, 4),
                Columns.time(row, 5));
    }

    /** What a search finds; empty when the page to go on after is not among what the bot sees. */
    static Optional<List<PageSummary>> search(Statements statements, PageSearch search) throws SQLException {
        if (search.after().isPresent()
                && find(statements, search.after().get())
                        .filter(page -> page.isVisibleTo(search.reach()))
                        .isEmpty()) {
            return Optional.empty();
        }
        Viewer sharer = search.reach().sharer();
        Cursor after = cursor(statements, search.after());
        PreparedStatement statement = statements.of(sql(search));
        Columns.bind(
                statement,
                sharer.workspace().value(),
                sharer.person().value(),
                Columns.json(outermost(statements, search)),
                search.text().text(),
                after.editedAt(),
                after.position(),
                after.foldedTitle(),
                search.most());
        List<PageSummary> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(summary(row));
            }
        }
        return Optional.of(found);
    }

    private static String sql(PageSearch search) {
        return switch (search.order()) {
            case EDITED_ASCENDING -> OLDEST_FIRST;
            case EDITED_DESCENDING -> NEWEST_FIRST;
            case RELEVANCE -> search.text().isEmpty() ? NEWEST_FIRST : MOST_RELEVANT_FIRST;
        };
    }

    private record Cursor(Optional<Long> editedAt, Optional<Long> position, Optional<String> foldedTitle) {}

    private static Cursor cursor(Statements statements, Optional<PageId> after) throws SQLException {
        if (after.isEmpty()) {
            return new Cursor(Optional.empty(), Optional.empty(), Optional.empty());
        }
        PreparedStatement statement = statements.of(CURSOR);
        Columns.bind(statement, after.get().value());
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Cursor(Optional.of(row.getLong(1)), Optional.of(row.getLong(2)), Optional.of(row.getString(3)));
        }
    }

    /** The lineages of what is shared, without those below another: their ranges would be passed over twice. */
    private static List<String> outermost(Statements statements, PageSearch search) throws SQLException {
        PreparedStatement statement = statements.of(LINEAGES);
        Columns.bind(
                statement,
                Columns.jsonOfIds(search.reach().shared()),
                search.reach().sharer().workspace().value());
        List<String> outermost = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String lineage = row.getString(1);
                if (outermost.isEmpty() || !lineage.startsWith(outermost.getLast())) {
                    outermost.add(lineage);
                }
            }
        }
        return outermost;
    }
}
