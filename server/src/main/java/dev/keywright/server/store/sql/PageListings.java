package dev.keywright.server.store.sql;

import dev.keywright.protocol.PageId;
import dev.keywright.server.store.Pages;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
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

/** Reads pages as one person sees them. Parameter 1 is always the workspace, 2 the person. */
final class PageListings {
    /** What a page is below, as far as it is shown. */
    private static final int DEEPEST_PATH = 50;

    private static final String LISTED = """
            p.id, p.title, EXISTS (
                SELECT 1 FROM page c WHERE c.parent_id = p.id AND %s) AS has_children
            """.formatted(seen("c"));
    private static final String TOP = """
            SELECT %s FROM page p
            WHERE p.workspace_id = ?1 AND (p.parent_id IS NULL OR p.visibility <> 'inherited') AND %s AND %s
              AND NOT EXISTS (SELECT 1 FROM page u WHERE u.id = p.parent_id AND %s)
            ORDER BY p.position LIMIT ?4
            """.formatted(LISTED, seen("p"), after("p"), seen("u"));
    private static final String BELOW = """
            SELECT %s FROM page p
            WHERE p.parent_id = ?5 AND p.workspace_id = ?1 AND %s AND %s
            ORDER BY p.position LIMIT ?4
            """.formatted(LISTED, seen("p"), after("p"));
    private static final String NAMED = """
            SELECT %s FROM page p
            WHERE p.id IN %s AND p.workspace_id = ?1 AND %s
            ORDER BY p.position
            """.formatted(LISTED, Columns.idsIn("?3"), seen("p"));
    private static final String SHAREABLE = """
            SELECT p.id FROM page p
            WHERE p.id IN %s AND p.workspace_id = ?1 AND %s
            """.formatted(Columns.idsIn("?3"), seen("p"));
    private static final String PATHS = """
            WITH RECURSIVE up (leaf, id, height) AS (
              SELECT p.id, p.parent_id, 1 FROM page p WHERE p.id IN %s
              UNION ALL
              SELECT up.leaf, p.parent_id, up.height + 1 FROM up JOIN page p ON p.id = up.id WHERE up.height < ?4)
            SELECT up.leaf, a.id, a.title FROM up JOIN page a ON a.id = up.id
            WHERE a.workspace_id = ?1 AND %s ORDER BY up.leaf, up.height DESC
            """.formatted(Columns.idsIn("?3"), seen("a"));

    private PageListings() {}

    private static String seen(String page) {
        return "(%1$s.audience_id IS NULL OR EXISTS (SELECT 1 FROM page_viewer v WHERE v.page_id = %1$s.audience_id"
                        .formatted(page)
                + " AND v.person_id = ?2))";
    }

    private static String after(String page) {
        return page + ".position > coalesce((SELECT a.position FROM page a WHERE a.id = ?3), -1)";
    }

    static Pages.Level top(Statements statements, Viewer viewer, Optional<PageId> after, int most) throws SQLException {
        PreparedStatement statement = bound(statements, TOP, viewer, after.map(PageId::value), most + 1);
        return level(listed(statement), List.of(), most);
    }

    static Pages.Level below(Statements statements, Viewer viewer, PageId parent, Optional<PageId> after, int most)
            throws SQLException {
        List<ShareablePage> above = named(statements, viewer, Set.of(parent));
        if (above.isEmpty()) {
            return new Pages.Level(List.of(), false);
        }
        PreparedStatement statement =
                bound(statements, BELOW, viewer, after.map(PageId::value), most + 1, parent.value());
        return level(listed(statement), above.getFirst().pathBelow(), most);
    }

    private static Pages.Level level(List<Listed> rows, List<ShareablePage.Step> path, int most) {
        return new Pages.Level(
                rows.stream().limit(most).map(row -> row.at(path)).toList(), rows.size() > most);
    }

    /** The pages of these ids, in the order of the ids. */
    static List<ShareablePage> inOrder(Statements statements, Viewer viewer, List<PageId> ids) throws SQLException {
        Map<PageId, ShareablePage> pages = new HashMap<>();
        named(statements, viewer, Set.copyOf(ids)).forEach(page -> pages.put(page.id(), page));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(pages.get(id)).stream())
                .toList();
    }

    static List<ShareablePage> named(Statements statements, Viewer viewer, Set<PageId> ids) throws SQLException {
        return withPaths(statements, viewer, listed(bound(statements, NAMED, viewer, Columns.bytes(ids))));
    }

    static Set<PageId> shareable(Statements statements, Viewer viewer, Set<PageId> ids) throws SQLException {
        Set<PageId> shareable = new HashSet<>();
        try (ResultSet row =
                bound(statements, SHAREABLE, viewer, Columns.bytes(ids)).executeQuery()) {
            while (row.next()) {
                shareable.add(new PageId(Columns.uuid(row, 1)));
            }
        }
        return shareable;
    }

    private record Listed(PageId id, String title, boolean hasChildren) {
        ShareablePage at(List<ShareablePage.Step> path) {
            return new ShareablePage(id, title, path, hasChildren);
        }
    }

    private static List<Listed> listed(PreparedStatement statement) throws SQLException {
        List<Listed> listed = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                listed.add(new Listed(new PageId(Columns.uuid(row, 1)), row.getString(2), row.getBoolean(3)));
            }
        }
        return listed;
    }

    private static List<ShareablePage> withPaths(Statements statements, Viewer viewer, List<Listed> rows)
            throws SQLException {
        Map<PageId, List<ShareablePage.Step>> paths = new HashMap<>();
        List<PageId> ids = rows.stream().map(Listed::id).toList();
        try (ResultSet row = bound(statements, PATHS, viewer, Columns.bytes(ids), DEEPEST_PATH)
                .executeQuery()) {
            while (row.next()) {
                paths.computeIfAbsent(new PageId(Columns.uuid(row, 1)), id -> new ArrayList<>())
                        .add(new ShareablePage.Step(new PageId(Columns.uuid(row, 2)), row.getString(3)));
            }
        }
        return rows.stream()
                .map(row -> row.at(paths.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static PreparedStatement bound(Statements statements, String sql, Viewer viewer, Object... more)
            throws SQLException {
        Object[] parameters = new Object[2 + more.length];
        parameters[0] = viewer.workspace().value();
        parameters[1] = viewer.person().value();
        System.arraycopy(more, 0, parameters, 2, more.length);
        return statements.bound(sql, parameters);
    }
}
