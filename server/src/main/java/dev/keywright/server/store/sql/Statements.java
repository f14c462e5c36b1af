package dev.keywright.server.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection with its prepared statements, each prepared once. Belongs to one thread at a time. */
public final class Statements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final Connection connection;
    private final UnaryOperator<String> storable;
    private final Map<String, Prepared> prepared = new HashMap<>();

    /** The statements of a connection to a database that holds every text. */
    public Statements(Connection connection) {
        this(connection, UnaryOperator.identity());
    }

    /** The statements of a connection; {@code storable} makes of a text one that the database can hold. */
    public Statements(Connection connection, UnaryOperator<String> storable) {
        this.connection = connection;
        this.storable = storable;
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
        Object[] inOrder = known.order().isEmpty()
                ? parameters
                : known.order().stream().map(number -> parameters[number]).toArray();
        Columns.bind(known.statement(), storable, inOrder);
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
