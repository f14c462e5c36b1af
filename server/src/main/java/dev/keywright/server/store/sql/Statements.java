package dev.keywright.server.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection with its prepared statements, each prepared once. Belongs to one thread at a time. */
public final class Statements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final Connection connection;
    private final Map<String, Prepared> prepared = new HashMap<>();

    /** The statements of a connection. */
    public Statements(Connection connection) {
        this.connection = connection;
    }

    private record Prepared(PreparedStatement statement, List<Integer> order) {}

    /** The prepared statement of this SQL, whose parameters are not numbered. */
    public PreparedStatement of(String sql) throws SQLException {
        return prepared(sql).statement();
    }

    private Prepared prepared(String sql) throws SQLException {
        Prepared known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        Numbered numbered = Numbered.of(sql);
        Prepared fresh = new Prepared(connection.prepareStatement(numbered.sql()), numbered.order());
        prepared.put(sql, fresh);
        return fresh;
    }

    /** The prepared statement of this SQL with its parameters; an empty {@link java.util.Optional} is null. */
    public PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        Prepared known = prepared(sql);
        if (known.order().isEmpty()) {
            Columns.bind(known.statement(), parameters);
        } else {
            Columns.bind(
                    known.statement(),
                    known.order().stream().map(number -> parameters[number]).toArray());
        }
        return known.statement();
    }

    /** Runs one statement that changes rows; gives how many. */
    public int update(String sql, Object... parameters) throws SQLException {
        return bound(sql, parameters).executeUpdate();
    }

    /** Prepares every statement anew: a driver may close one that failed, and would refuse it for ever after. */
    public void forget() {
        for (Prepared one : prepared.values()) {
            try {
                one.statement().close();
            } catch (SQLException e) {
                LOG.debug("a statement that failed did not close: {}", e.getMessage());
            }
        }
        prepared.clear();
    }

    /** Closes the connection. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
