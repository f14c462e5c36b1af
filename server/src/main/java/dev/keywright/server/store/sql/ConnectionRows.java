package dev.keywright.server.store.sql;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.connection.SecretHash;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads connections with their secrets, redirect URIs and workspaces. */
final class ConnectionRows {
    private static final String BY_ID = """
            SELECT name, icon, website, owner_id, capabilities, template_page_id, any_workspace, refresh_tokens,
              require_pkce, disabled, internal, version FROM connection WHERE client_id = ?
            """;
    private static final String SECRETS = """
            SELECT sha256, readable, made_at, ending, last_used_at FROM connection_secret
            WHERE client_id = ? ORDER BY position
            """;
    private static final String REDIRECT_URIS =
            "SELECT uri FROM connection_redirect_uri WHERE client_id = ? ORDER BY position";
    private static final String WORKSPACES =
            "SELECT workspace_id FROM connection_workspace WHERE client_id = ? ORDER BY position";
    private static final String OF_OWNER =
            "SELECT client_id FROM connection WHERE owner_id = ? ORDER BY position DESC LIMIT ? OFFSET ?";
    private static final String ALL = "SELECT client_id FROM connection ORDER BY position DESC LIMIT ? OFFSET ?";

    private static final String WITH_SECRET = "SELECT client_id FROM connection_secret WHERE sha256 = ? LIMIT 1";

    private ConnectionRows() {}

    static Optional<Connection> find(Statements statements, ClientId id) throws SQLException {
        return registration(statements, id).map(Registration::connection);
    }

    static Optional<Connection> withSecret(Statements statements, SecretHash secret) throws SQLException {
        PreparedStatement statement = statements.bound(WITH_SECRET, secret.hex());
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? find(statements, new ClientId(Columns.uuid(row, 1))) : Optional.empty();
        }
    }

    static Optional<Registration> registration(Statements statements, ClientId id) throws SQLException {
        Map<SecretHash, Instant> lastUsed = new HashMap<>();
        PreparedStatement statement = statements.bound(BY_ID, id.value());
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Registration(connection(statements, id, row, lastUsed), row.getLong(12), lastUsed))
                    : Optional.empty();
        }
    }

    private static Connection connection(
            Statements statements, ClientId id, ResultSet row, Map<SecretHash, Instant> lastUsed) throws SQLException {
        return new Connection(
                id,
                list(statements, SECRETS, id, secret -> secret(secret, lastUsed)),
                row.getString(1),
                Columns.optionalText(row, 2),
                Columns.optionalText(row, 3),
                Columns.optionalUuid(row, 4, PersonId::new),
                list(statements, REDIRECT_URIS, id, uri -> uri.getString(1)),
                Capabilities.ofScope(row.getString(5)),
                Columns.optionalUuid(row, 6, PageId::new),
                installationScope(statements, id, row.getBoolean(7), row.getBoolean(11)),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    private static ClientSecret secret(ResultSet row, Map<SecretHash, Instant> lastUsed) throws SQLException {
        SecretHash hash = new SecretHash(row.getString(1));
        Columns.optionalTime(row, 5).ifPresent(at -> lastUsed.put(hash, at));
        Optional<String> ending = Columns.optionalText(row, 4);
        Optional<ClientSecret.Made> made =
                Columns.optionalTime(row, 3).flatMap(at -> ending.map(end -> new ClientSecret.Made(at, end)));
        return new ClientSecret(hash, Columns.optionalText(row, 2), made);
    }

    private static InstallationScope installationScope(
            Statements statements, ClientId id, boolean any, boolean internal) throws SQLException {
        if (any) {
            return new InstallationScope.AnyWorkspace();
        }
        List<WorkspaceId> workspaces = list(statements, WORKSPACES, id, row -> new WorkspaceId(Columns.uuid(row, 1)));
        return internal
                ? new InstallationScope.Internal(workspaces.getFirst())
                : new InstallationScope.SelectedWorkspaces(Set.copyOf(workspaces));
    }

    /** The ids of those that a person registered, or of all when nobody is named, newest first. */
    static List<ClientId> ids(Statements statements, Optional<PersonId> owner, int skip, int most) throws SQLException {
        PreparedStatement statement = owner.isPresent()
                ? statements.bound(OF_OWNER, owner.get().value(), most, skip)
                : statements.bound(ALL, most, skip);
        return list(statement, row -> new ClientId(Columns.uuid(row, 1)));
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Statements statements, String sql, ClientId id, Reading<T> reading)
            throws SQLException {
        PreparedStatement statement = statements.bound(sql, id.value());
        return list(statement, reading);
    }

    private static <T> List<T> list(PreparedStatement statement, Reading<T> reading) throws SQLException {
        List<T> list = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                list.add(reading.read(row));
            }
        }
        return list;
    }
}
