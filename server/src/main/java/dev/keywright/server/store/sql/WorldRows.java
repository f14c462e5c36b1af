package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.RateLimits;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageTree;
import dev.keywright.server.workspace.Workspace;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes people and workspaces, and the world as a whole. */
final class WorldRows {
    /** Children before parents, so that references hold at every step. */
    private static final List<String> TABLES = List.of(
            "rate_limit",
            "consent_transaction",
            "session",
            "password",
            "device",
            "sign_in_failure",
            "invitation",
            "code",
            "authorization",
            "connection_workspace",
            "connection_redirect_uri",
            "connection_secret",
            "connection",
            "deleted_connection",
            "resource_server",
            "page_viewer",
            "page",
            "workspace_member",
            "workspace",
            "person");

    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM person)"
            + " AND NOT EXISTS (SELECT 1 FROM workspace) AND NOT EXISTS (SELECT 1 FROM connection)";
    private static final String PERSON = "SELECT name, avatar_url, email FROM person WHERE id = ?";
    private static final String WORKSPACE = "SELECT name, icon FROM workspace WHERE id = ?";
    private static final String MEMBERS =
            "SELECT person_id FROM workspace_member WHERE workspace_id = ? ORDER BY position";
    private static final String WORKSPACES_OF = """
            SELECT w.id FROM workspace w JOIN workspace_member m ON m.workspace_id = w.id WHERE m.person_id = ?
            ORDER BY w.position
            """;
    private static final String INSERT_PERSON =
            "INSERT INTO person (id, position, email, name, avatar_url) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_WORKSPACE =
            "INSERT INTO workspace (id, position, name, icon) VALUES (?, ?, ?, ?)";
    private static final String INSERT_MEMBER =
            "INSERT INTO workspace_member (workspace_id, position, person_id) VALUES (?, ?, ?)";

    private static final String RATE_LIMITS = "SELECT requests_per_minute, failed_authentications FROM rate_limit";
    private static final String INSERT_RATE_LIMITS =
            "INSERT INTO rate_limit (requests_per_minute, failed_authentications) VALUES (?, ?)";

    private WorldRows() {}

    static boolean isEmpty(Statements statements) throws SQLException {
        try (ResultSet row = statements.of(IS_EMPTY).executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void deleteAll(Statements statements) throws SQLException {
        for (String table : TABLES) {
            statements.update("DELETE FROM \"" + table + "\"");
        }
    }

    static Optional<Person> person(Statements statements, PersonId id) throws SQLException {
        PreparedStatement statement = statements.bound(PERSON, id.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Person(
                            id, Columns.optionalText(row, 1), Columns.optionalText(row, 2), row.getString(3)))
                    : Optional.empty();
        }
    }

    static Optional<Workspace> workspace(Statements statements, WorkspaceId id) throws SQLException {
        PreparedStatement statement = statements.bound(WORKSPACE, id.value());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            List<PersonId> members = ids(statements, MEMBERS, id.value()).stream()
                    .map(PersonId::new)
                    .toList();
            return Optional.of(new Workspace(id, row.getString(1), Columns.optionalText(row, 2), members));
        }
    }

    static Optional<Person> personByEmail(Statements statements, String email) throws SQLException {
        Optional<UUID> id = ids(statements, "SELECT id FROM person WHERE email = ?", email).stream()
                .findFirst();
        return id.isPresent() ? person(statements, new PersonId(id.get())) : Optional.empty();
    }

    static List<Workspace> workspaces(Statements statements) throws SQLException {
        List<Workspace> workspaces = new ArrayList<>();
        for (UUID id : ids(statements, "SELECT id FROM workspace ORDER BY position")) {
            workspaces.add(workspace(statements, new WorkspaceId(id)).orElseThrow());
        }
        return workspaces;
    }

    static List<Workspace> workspacesOf(Statements statements, PersonId person) throws SQLException {
        List<Workspace> workspaces = new ArrayList<>();
        for (UUID id : ids(statements, WORKSPACES_OF, person.value())) {
            workspaces.add(workspace(statements, new WorkspaceId(id)).orElseThrow());
        }
        return workspaces;
    }

    static World read(Statements statements) throws SQLException {
        List<Person> people = new ArrayList<>();
        for (UUID id : ids(statements, "SELECT id FROM person ORDER BY position")) {
            people.add(person(statements, new PersonId(id)).orElseThrow());
        }
        List<Workspace> workspaces = workspaces(statements);
        List<Page> pages = new ArrayList<>();
        for (Workspace workspace : workspaces) {
            pages.addAll(PageRows.ofWorkspace(statements, workspace.id(), Integer.MAX_VALUE));
        }
        List<Connection> connections = new ArrayList<>();
        for (UUID id : ids(statements, "SELECT client_id FROM connection ORDER BY position")) {
            connections.add(ConnectionRows.find(statements, new ClientId(id)).orElseThrow());
        }
        return new World(people, workspaces, pages, connections, rateLimits(statements));
    }

    private static RateLimits rateLimits(Statements statements) throws SQLException {
        try (ResultSet row = statements.of(RATE_LIMITS).executeQuery()) {
            return row.next()
                    ? new RateLimits(Columns.optionalNumber(row, 1), Columns.optionalNumber(row, 2))
                    : RateLimits.NONE;
        }
    }

    static List<UUID> ids(Statements statements, String sql, Object... parameters) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        PreparedStatement statement = statements.bound(sql, parameters);
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(Columns.uuid(row, 1));
            }
        }
        return ids;
    }

    static void insert(Statements statements, World world) throws SQLException {
        int position = 0;
        for (Person person : world.people()) {
            statements.update(
                    INSERT_PERSON, person.id().value(), position++, person.email(), person.name(), person.avatarUrl());
        }
        for (Workspace workspace : world.workspaces()) {
            statements.update(INSERT_WORKSPACE, workspace.id().value(), position++, workspace.name(), workspace.icon());
            for (PersonId member : workspace.members()) {
                statements.update(INSERT_MEMBER, workspace.id().value(), position++, member.value());
            }
        }
        RateLimits limits = world.rateLimits();
        statements.update(INSERT_RATE_LIMITS, limits.requestsPerMinute(), limits.failedAuthentications());
        PageTree tree = new PageTree(world.pages());
        for (Page page : world.pages()) {
            PageRows.insert(statements, page, tree.audience(page.id()));
        }
        for (Connection connection : world.connections()) {
            ConnectionChanges.insert(statements, connection);
        }
    }
}
