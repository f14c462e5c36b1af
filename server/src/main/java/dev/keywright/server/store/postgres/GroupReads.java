package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.GrantRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of many with one statement, and one more when codes name some of them. */
final class GroupReads {
    private static final int OPERATION = 26;
    private static final int REVISION = 27;
    private static final int CODE = 28;
    private static final String BY_ID = GrantRows.COLUMNS + """
              , a.operation, (SELECT revision FROM name_revision)
            FROM "authorization" a LEFT JOIN code c ON a.status = 0 AND c.authorization_id = a.id
            WHERE a.id = ANY (?)
            """;
    private static final String BY_CODE = GrantRows.COLUMNS + """
              , a.operation, (SELECT revision FROM name_revision), c.sha256
            FROM code c JOIN "authorization" a ON a.id = c.authorization_id
            WHERE c.sha256 = ANY (?)
            """;

    private GroupReads() {}

    /**
     * A row.
     *
     * @param operation what its last writer in a group left in it
     * @param nameRevision which change of names was the last when it was read
     */
    record Found(Grant grant, Optional<byte[]> operation, long nameRevision) {
        /** The row as it was written after it had been read. */
        Found as(Authorization written, Optional<Bot> bot) {
            return new Found(new Grant(written, bot), operation, nameRevision);
        }

        /** The one of two that was read after the other, or either. */
        Found later(Found other) {
            return other.grant().authorization().version()
                            > grant.authorization().version()
                    ? other
                    : this;
        }
    }

    static Map<AuthorizationKey, Found> of(Connection connection, Collection<? extends AuthorizationKey> keys)
            throws SQLException {
        List<byte[]> ids = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (AuthorizationKey key : keys) {
            switch (key) {
                case AuthorizationId id -> ids.add(id.bytes());
                case CodeHash code -> codes.add(code.hex());
            }
        }
        Map<AuthorizationKey, Found> found = new HashMap<>();
        if (!ids.isEmpty()) {
            read(connection, BY_ID, "bytea", ids.toArray(byte[][]::new), row -> {
                Found one = found(row);
                found.put(one.grant().authorization().id(), one);
            });
        }
        if (!codes.isEmpty()) {
            read(
                    connection,
                    BY_CODE,
                    "text",
                    codes.toArray(),
                    row -> found.put(new CodeHash(row.getString(CODE)), found(row)));
        }
        return found;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String sql, String type, Object[] keys, Reading reading)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf(type, keys));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reading.read(row);
                }
            }
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(GrantRows.read(row), Optional.ofNullable(row.getBytes(OPERATION)), row.getLong(REVISION));
    }
}
