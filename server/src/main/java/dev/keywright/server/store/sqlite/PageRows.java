package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Consequence;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageTree;
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
final class PageRows {
    private static final String OF_WORKSPACE =
            "SELECT id, parent_id, title, visibility, created_at FROM page WHERE workspace_id = ? ORDER BY position";
    private static final String VIEWERS_OF_WORKSPACE = """
            SELECT v.page_id, v.person_id FROM page p JOIN page_viewer v ON v.page_id = p.id WHERE p.workspace_id = ?
            """;
    private static final String WORKSPACE_OF = "SELECT workspace_id FROM page WHERE id = ?";
    private static final String INSERT = """
            INSERT INTO page (id, workspace_id, position, parent_id, title, visibility, created_at)
            VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM page WHERE workspace_id = ?), ?, ?, ?, ?)
            """;
    private static final String INSERT_VIEWER = "INSERT INTO page_viewer (page_id, person_id) VALUES (?, ?)";

    private PageRows() {}

    /** The pages of a workspace, in order. */
    static List<Page> ofWorkspace(Statements statements, WorkspaceId workspace) throws SQLException {
        Map<PageId, Set<PersonId>> viewers = viewers(statements, workspace);
        List<Page> pages = new ArrayList<>();
        PreparedStatement statement = statements.of(OF_WORKSPACE);
        Columns.bind(statement, workspace.value());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                PageId id = new PageId(Columns.uuid(row, 1));
                Visibility visibility = switch (row.getString(4)) {
                    case "inherited" -> new Visibility.Inherited();
                    case "everyone" -> new Visibility.Everyone();
                    default -> new Visibility.Only(viewers.getOrDefault(id, Set.of()));
                };
                pages.add(new Page(
                        id,
                        workspace,
                        Columns.optionalUuid(row, 2, PageId::new),
                        row.getString(3),
                        visibility,
                        Columns.time(row, 5)));
            }
        }
        return pages;
    }

    private static Map<PageId, Set<PersonId>> viewers(Statements statements, WorkspaceId workspace)
            throws SQLException {
        Map<PageId, Set<PersonId>> viewers = new HashMap<>();
        PreparedStatement statement = statements.of(VIEWERS_OF_WORKSPACE);
        Columns.bind(statement, workspace.value());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                viewers.computeIfAbsent(new PageId(Columns.uuid(row, 1)), id -> new HashSet<>())
                        .add(new PersonId(Columns.uuid(row, 2)));
            }
        }
        return viewers;
    }

    static void insert(Statements statements, Page page) throws SQLException {
        String visibility = switch (page.visibility()) {
            case Visibility.Inherited inherited -> "inherited";
            case Visibility.Everyone everyone -> "everyone";
            case Visibility.Only only -> "only";
        };
        statements.update(
                INSERT,
                page.id().value(),
                page.workspace().value(),
                page.workspace().value(),
                page.parent().map(PageId::value),
                page.title(),
                visibility,
                page.createdAt());
        if (page.visibility() instanceof Visibility.Only(Set<PersonId> people)) {
            for (PersonId person : people) {
                statements.update(INSERT_VIEWER, page.id().value(), person.value());
            }
        }
    }

    /** Copies a template and what is below it to the top level of the bot's workspace, where its person sees it. */
    static void copy(Statements statements, Consequence.CopyTemplate copy, RandomGenerator random) throws SQLException {
        Optional<WorkspaceId> from = workspaceOf(statements, copy.template());
        if (from.isEmpty()) {
            return;
        }
        Map<PageId, PageId> copies = new HashMap<>();
        copies.put(copy.template(), copy.copy());
        Visibility ofPerson =
                new Visibility.Only(Set.of(copy.bot().installation().person()));
        for (Page page : new PageTree(ofWorkspace(statements, from.get())).subtree(copy.template())) {
            boolean top = page.id().equals(copy.template());
            insert(
                    statements,
                    new Page(
                            copies.computeIfAbsent(page.id(), id -> new PageId(Uuids.random(random))),
                            copy.bot().installation().workspace(),
                            top ? Optional.empty() : page.parent().map(copies::get),
                            page.title(),
                            top ? ofPerson : new Visibility.Inherited(),
                            copy.at()));
        }
    }

    private static Optional<WorkspaceId> workspaceOf(Statements statements, PageId page) throws SQLException {
        PreparedStatement statement = statements.of(WORKSPACE_OF);
        Columns.bind(statement, page.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Columns.optionalUuid(row, 1, WorkspaceId::new) : Optional.empty();
        }
    }
}
