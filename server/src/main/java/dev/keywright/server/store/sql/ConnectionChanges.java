package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Writes connections with their secrets, redirect URIs and workspaces. */
final class ConnectionChanges {
    private static final String INSERT = """
            INSERT INTO connection (client_id, position, name, icon, website, owner_id, capabilities, template_page_id,
              any_workspace, refresh_tokens, require_pkce, disabled, internal)
            VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM connection), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String UPDATE = """
            UPDATE connection SET version = version + 1, name = ?, icon = ?, website = ?, capabilities = ?,
              template_page_id = ?, any_workspace = ?, require_pkce = ?, disabled = ? WHERE client_id = ?
            """;
    private static final String INSERT_SECRET = """
            INSERT INTO connection_secret (client_id, position, sha256, readable, made_at, ending)
            VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM connection_secret WHERE client_id = ?), ?, ?, ?, ?)
            """;
    private static final String DELETE_SECRET = "DELETE FROM connection_secret WHERE client_id = ? AND sha256 = ?";
    private static final String INSERT_REDIRECT_URI =
            "INSERT INTO connection_redirect_uri (client_id, position, uri) VALUES (?, ?, ?)";
    private static final String INSERT_WORKSPACE =
            "INSERT INTO connection_workspace (client_id, position, workspace_id) VALUES (?, ?, ?)";
    private static final String REMEMBER_DELETED =
            "INSERT INTO deleted_connection (client_id, deleted_at, settled) VALUES (?, ?, 0)";
    /** Children before the connection, so that references hold at every step. */
    private static final List<String> DELETE = List.of(
            "DELETE FROM connection_workspace WHERE client_id = ?",
            "DELETE FROM connection_redirect_uri WHERE client_id = ?",
            "DELETE FROM connection_secret WHERE client_id = ?",
            "DELETE FROM connection WHERE client_id = ?");

    private ConnectionChanges() {}

    /** Inserts a connection behind all others. */
    static void insert(Statements statements, Connection connection) throws SQLException {
        statements.update(
                INSERT,
                connection.id().value(),
                connection.name(),
                connection.icon(),
                connection.website(),
                connection.owner().map(PersonId::value),
                connection.capabilities().scope(),
                connection.templatePage().map(PageId::value),
                anyWorkspace(connection),
                connection.refreshTokens(),
                connection.requirePkce(),
                connection.disabled(),
                connection.internalTo().isPresent());
        for (ClientSecret secret : connection.secrets()) {
            insert(statements, connection.id(), secret);
        }
        insertRedirectUris(statements, connection);
        insertWorkspaces(statements, connection);
    }

    private static boolean anyWorkspace(Connection connection) {
        return connection.installationScope() instanceof InstallationScope.AnyWorkspace;
    }

    private static void insert(Statements statements, ClientId id, ClientSecret secret) throws SQLException {
        statements.update(
                INSERT_SECRET,
                id.value(),
                id.value(),
                secret.hash().hex(),
                secret.readable(),
                secret.made().map(ClientSecret.Made::at),
                secret.made().map(ClientSecret.Made::ending));
    }

    private static void insertRedirectUris(Statements statements, Connection connection) throws SQLException {
        int position = 0;
        for (String uri : connection.redirectUris()) {
            statements.update(INSERT_REDIRECT_URI, connection.id().value(), position++, uri);
        }
    }

    private static void insertWorkspaces(Statements statements, Connection connection) throws SQLException {
        Set<WorkspaceId> workspaces = switch (connection.installationScope()) {
            case InstallationScope.AnyWorkspace any -> Set.of();
            case InstallationScope.SelectedWorkspaces(var selected) -> selected;
            case InstallationScope.Internal(WorkspaceId only) -> Set.of(only);
        };
        int position = 0;
        for (WorkspaceId workspace : workspaces) {
            statements.update(INSERT_WORKSPACE, connection.id().value(), position++, workspace.value());
        }
    }

    /** Writes a connection over itself as it was before. */
    static void update(Statements statements, Connection before, Connection next) throws SQLException {
        Object id = next.id().value();
        statements.update(
                UPDATE,
                next.name(),
                next.icon(),
                next.website(),
                next.capabilities().scope(),
                next.templatePage().map(PageId::value),
                anyWorkspace(next),
                next.requirePkce(),
                next.disabled(),
                id);
        updateSecrets(statements, before, next);
        if (!before.redirectUris().equals(next.redirectUris())) {
            statements.update("DELETE FROM connection_redirect_uri WHERE client_id = ?", id);
            insertRedirectUris(statements, next);
        }
        if (!before.installationScope().equals(next.installationScope())) {
            statements.update("DELETE FROM connection_workspace WHERE client_id = ?", id);
            insertWorkspaces(statements, next);
        }
    }

    /** One by one: a secret that stays keeps the time of its last use. */
    private static void updateSecrets(Statements statements, Connection before, Connection next) throws SQLException {
        for (ClientSecret secret : before.secrets()) {
            if (!next.secrets().contains(secret)) {
                statements.update(
                        DELETE_SECRET, next.id().value(), secret.hash().hex());
            }
        }
        for (ClientSecret secret : next.secrets()) {
            if (!before.secrets().contains(secret)) {
                insert(statements, next.id(), secret);
            }
        }
    }

    static void delete(Statements statements, ClientId id, Instant now) throws SQLException {
        for (String table : DELETE) {
            statements.update(table, id.value());
        }
        statements.update(REMEMBER_DELETED, id.value(), now);
    }
}
