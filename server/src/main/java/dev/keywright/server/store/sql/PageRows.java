package dev.keywright.server.store.sql;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.store.Pages;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
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
import java.util.random.RandomGenerator;

/** Reads and writes pages, and copies templates. */
public final class PageRows {
    private static final String OF_WORKSPACE =
            "SELECT id, parent_id, title, visibility, created_at, edited_at FROM page WHERE workspace_id = ? ORDER BY position LIMIT ?";
    private static final String VIEWERS_OF_WORKSPACE = """
            SELECT v.page_id, v.person_id FROM page p JOIN page_viewer v ON v.page_id = p.id WHERE p.workspace_id = ?
            """;
    private static final String BY_ID =
            "SELECT id, parent_id, title, visibility, created_at, edited_at, workspace_id FROM page WHERE id = ?";
    private static final String VIEWERS = "SELECT page_id, person_id FROM page_viewer WHERE page_id = ?";
    private static final String SUBTREE = """
            WITH RECURSIVE below (id, parent_id, title, depth, position) AS (
              SELECT id, parent_id, title, 0, position FROM page WHERE id = ?
              UNION ALL
              SELECT page.id, page.parent_id, page.title, below.depth + 1, page.position
              FROM below JOIN page ON page.parent_id = below.id
            )
            SELECT id, parent_id, title FROM
              (SELECT id, parent_id, title, depth, position FROM below LIMIT ?) AS found
            ORDER BY depth, position
            """;
    private static final String INSERT = """
            INSERT INTO page (id, workspace_id, position, parent_id, title, folded_title, visibility,
              audience_id, created_at, edited_at, revision)
            VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM page WHERE workspace_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8,
              ?9, (SELECT coalesce(max(revision), 0) + 1 FROM page WHERE workspace_id = ?2))
            """;
    private static final String AUDIENCE = "SELECT audience_id FROM page WHERE id = ?";
    private static final String INSERT_VIEWER = "INSERT INTO page_viewer (page_id, person_id) VALUES (?, ?)";

    private PageRows() {}

    /** The first pages of a workspace, in order; at most so many. */
    static List<Page> ofWorkspace(Statements statements, WorkspaceId workspace, int most) throws SQLException {
        Map<PageId, Set<PersonId>> viewers = viewers(statements, VIEWERS_OF_WORKSPACE, workspace.value());
        List<Page> pages = new ArrayList<>();
        PreparedStatement statement = statements.bound(OF_WORKSPACE, workspace.value(), most);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                pages.add(page(row, workspace, viewers));
            }
        }
        return pages;
    }

    /** A page by id. */
    static Optional<Page> find(Statements statements, PageId id) throws SQLException {
        Map<PageId, Set<PersonId>> viewers = viewers(statements, VIEWERS, id.value());
        PreparedStatement statement = statements.bound(BY_ID, id.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(page(row, new WorkspaceId(Columns.uuid(row, 7)), viewers))
                    : Optional.empty();
        }
    }

    private static Page page(ResultSet row, WorkspaceId workspace, Map<PageId, Set<PersonId>> viewers)
            throws SQLException {
        PageId id = new PageId(Columns.uuid(row, 1));
        Visibility visibility = switch (row.getString(4)) {
            case "inherited" -> new Visibility.Inherited();
            case "everyone" -> new Visibility.Everyone();
            default -> new Visibility.Only(viewers.getOrDefault(id, Set.of()));
        };
        return new Page(
                id,
                workspace,
                Columns.optionalUuid(row, 2, PageId::new),
                row.getString(3),
                visibility,
                Columns.time(row, 5),
                Columns.time(row, 6));
    }

    private static Map<PageId, Set<PersonId>> viewers(Statements statements, String sql, Object of)
            throws SQLException {
        Map<PageId, Set<PersonId>> viewers = new HashMap<>();
        PreparedStatement statement = statements.bound(sql, of);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                viewers.computeIfAbsent(new PageId(Columns.uuid(row, 1)), id -> new HashSet<>())
                        .add(new PersonId(Columns.uuid(row, 2)));
            }
        }
        return viewers;
    }

    /** Inserts a page that whoever sees the one above it can see. */
    static void insertBelow(Statements statements, Page page) throws SQLException {
        Optional<PageId> audience = Optional.empty();
        if (page.parent().isPresent()) {
            PreparedStatement statement =
                    statements.bound(AUDIENCE, page.parent().get().value());
            try (ResultSet row = statement.executeQuery()) {
                audience = row.next() ? Columns.optionalUuid(row, 1, PageId::new) : Optional.empty();
            }
        }
        insert(statements, page, audience);
    }

    /** Inserts a page; {@code audience} is the page whose viewers hold for it. */
    static void insert(Statements statements, Page page, Optional<PageId> audience) throws SQLException {
        String visibility = switch (page.visibility()) {
            case Visibility.Inherited inherited -> "inherited";
            case Visibility.Everyone everyone -> "everyone";
            case Visibility.Only only -> "only";
        };
        statements.update(
                INSERT,
                page.id().value(),
                page.workspace().value(),
                page.parent().map(PageId::value),
                page.title(),
                FoldedTitle.of(page.title()).text(),
                visibility,
                audience.map(PageId::value),
                page.createdAt(),
                page.editedAt());
        if (page.visibility() instanceof Visibility.Only(Set<PersonId> people)) {
            for (PersonId person : people) {
                statements.update(INSERT_VIEWER, page.id().value(), person.value());
            }
        }
    }

    /** The pages above and below each other in one statement; {@code at most} so many of them, parents first. */
    private record Below(PageId id, Optional<PageId> parent, String title) {}

    private static List<Below> subtree(Statements statements, PageId top, int most) throws SQLException {
        List<Below> found = new ArrayList<>();
        PreparedStatement statement = statements.bound(SUBTREE, top.value(), most);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Below(
                        new PageId(Columns.uuid(row, 1)), Columns.optionalUuid(row, 2, PageId::new), row.getString(3)));
            }
        }
        return found;
    }

    /** How many pages a page and all below it are, counted up to {@code most}. */
    static int size(Statements statements, PageId top, int most) throws SQLException {
        return subtree(statements, top, most).size();
    }

    /** Copies a template and what is below it to the top level of the bot's workspace, where its person sees it. */
    public static void copy(Statements statements, Consequence.CopyTemplate copy, RandomGenerator random)
            throws SQLException {
        Map<PageId, PageId> copies = new HashMap<>();
        copies.put(copy.template(), copy.copy());
        Visibility ofPerson =
                new Visibility.Only(Set.of(copy.bot().installation().person()));
        for (Below page : subtree(statements, copy.template(), Pages.LARGEST_TEMPLATE)) {
            boolean top = page.id().equals(copy.template());
            Page copied = new Page(
                    copies.computeIfAbsent(page.id(), id -> new PageId(Uuids.random(random))),
                    copy.bot().installation().workspace(),
                    top ? Optional.empty() : page.parent().map(copies::get),
                    page.title(),
                    top ? ofPerson : new Visibility.Inherited(),
                    copy.at());
            insert(statements, copied, Optional.of(copy.copy()));
        }
    }
}
