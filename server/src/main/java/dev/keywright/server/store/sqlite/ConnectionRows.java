package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.SecretHash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes connections with their secrets, redirect URIs and workspaces. */
final class ConnectionRows {
    private static final String BY_ID = """
            SELECT name, icon, website, owner_id, capabilities, template_page_id, any_workspace, refresh_tokens,
              require_pkce, disabled FROM connection WHERE client_id = ?
            """;
    private static final String SECRETS =
            "SELECT sha256, readable FROM connection_secret WHERE client_id = ? ORDER BY position";
    private static final String REDIRECT_URIS =
            "SELECT uri FROM connection_redirect_uri WHERE client_id = ? ORDER BY position";
    private static final String WORKSPACES =
            "SELECT workspace_id FROM connection_workspace WHERE client_id = ? ORDER BY position";
    private static final String INSERT = """
            INSERT INTO connection (client_id, position, name, icon, website, owner_id, capabilities, template_page_id,
              any_workspace, refresh_tokens, require_pkce, disabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_SECRET =
            "INSERT INTO connection_secret (client_id, position, sha256, readable) VALUES (?, ?, ?, ?)";
    private static final String INSERT_REDIRECT_URI =
            "INSERT INTO connection_redirect_uri (client_id, position, uri) VALUES (?, ?, ?)";
    private static final String INSERT_WORKSPACE =
            "INSERT INTO connection_workspace (client_id, position, workspace_id) VALUES (?, ?, ?)";

    private ConnectionRows() {}

    static Optional<Connection> find(Statements statements, ClientId id) throws SQLException {
        PreparedStatement statement = statements.of(BY_ID);
        Columns.bind(statement, id.value());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new Connection(
                    id,
                    list(statements, SECRETS, id, ConnectionRows::secret),
                    row.getString(1),
                    Columns.optionalText(row, 2),
                    Columns.optionalText(row, 3),
                    Columns.optionalUuid(row, 4, PersonId::new),
                    list(statements, REDIRECT_URIS, id, uri -> uri.getString(1)),
                    Capabilities.ofScope(row.getString(5)),
                    Columns.optionalUuid(row, 6, PageId::new),
                    installationScope(statements, id, row.getBoolean(7)),
                    row.getBoolean(8),
                    row.getBoolean(9),
                    row.getBoolean(10)));
        }
    }

    private static ClientSecret secret(ResultSet row) throws SQLException {
        return new ClientSecret(new SecretHash(row.getString(1)), Columns.optionalText(row, 2));
    }

    private static InstallationScope installationScope(Statements statements, ClientId id, boolean any)
            throws SQLException {
        return any
                ? new InstallationScope.AnyWorkspace()
                : new InstallationScope.SelectedWorkspaces(
                        Set.copyOf(list(statements, WORKSPACES, id, row -> new WorkspaceId(Columns.uuid(row, 1)))));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Statements statements, String sql, ClientId id, Reading<T> reading)
            throws SQLException {
        List<T> list = new ArrayList<>();
        PreparedStatement statement = statements.of(sql);
        Columns.bind(statement, id.value());
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                list.add(reading.read(row));
            }
        }
        return list;
    }

    static void insert(Statements statements, Connection connection, int position) throws SQLException {
        Object id = connection.id().value();
        boolean any = connection.installationScope() instanceof InstallationScope.AnyWorkspace;
        statements.update(
                INSERT,
                id,
                position,
                connection.name(),
                connection.icon(),
                connection.website(),
                connection.owner().map(PersonId::value),
                connection.capabilities().scope(),
                connection.templatePage().map(PageId::value),
                any,
                connection.refreshTokens(),
                connection.requirePkce(),
                connection.disabled());
        int place = 0;
        for (ClientSecret secret : connection.secrets()) {
            statements.update(INSERT_SECRET, id, place++, secret.hash().hex(), secret.readable());
        }
        for (String uri : connection.redirectUris()) {
            statements.update(INSERT_REDIRECT_URI, id, place++, uri);
        }
        if (connection.installationScope() instanceof InstallationScope.SelectedWorkspaces(var workspaces)) {
            for (WorkspaceId workspace : new LinkedHashSet<>(workspaces)) {
                statements.update(INSERT_WORKSPACE, id, place++, workspace.value());
            }
        }
    }
}
