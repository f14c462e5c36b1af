package dev.keywright.bench.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The indexes of authorizations, taken away while millions are put in and made anew: the rows come in no order of any of
 * them, and each would be read and written in another place of each.
 */
final class Indexes {
    private final Connection connection;
    private final Map<String, String> definitions = new LinkedHashMap<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    /** Drops those that {@code listed} gives, a row of name and definition each. */
    static Indexes drop(Connection connection, String listed) throws SQLException {
        Indexes indexes = new Indexes(connection);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(listed)) {
                while (row.next()) {
                    indexes.definitions.put(row.getString(1), row.getString(2));
                }
            }
            for (String name : indexes.definitions.keySet()) {
                statement.execute("DROP INDEX " + name);
            }
        }
        return indexes;
    }

    /** Makes them as they were. */
    void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : definitions.values()) {
                statement.execute(definition);
            }
        }
    }
}
