package dev.keywright.server.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection with its prepared statements, each prepared once. Belongs to one thread at a time.
 *
 * <p>Transactions are begun and ended by statements of our own. The driver's {@code commit} begins the next transaction in
 * the same call, so that its failure does not tell whether anything was committed; and when SQLite has rolled back by
 * itself, as on a full disk, the driver's {@code rollback} fails and leaves every later statement to commit on its own.
 */
final class Statements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Statements(Connection connection) {
        this.connection = connection;
    }

    /** The statements of a new connection, outside any transaction. */
    static Statements over(Connection connection) throws SQLException {
        Statements statements = new Statements(connection);
        // Else the driver would try to begin and commit after each statement. It begins a transaction here, once.
        connection.setAutoCommit(false);
        statements.rollback();
        return statements;
    }

    /** The prepared statement of this SQL. */
    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    /** Runs one statement that changes rows; gives how many. */
    int update(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = of(sql);
        Columns.bind(statement, parameters);
        return statement.executeUpdate();
    }

    /** Begins a transaction that writes. */
    void begin() throws SQLException {
        of("BEGIN IMMEDIATE").execute();
    }

    /** Begins a transaction whose statements all read the same snapshot. */
    void beginReading() throws SQLException {
        of("BEGIN").execute();
    }

    /** Makes the transaction durable; when it throws, nothing of the transaction was done. */
    void commit() throws SQLException {
        of("COMMIT").execute();
    }

    /** Undoes the transaction, if there is one: SQLite may have done so by itself. */
    void rollback() {
        try {
            of("ROLLBACK").execute();
        } catch (SQLException e) {
            LOG.debug("there was nothing to roll back: {}", e.getMessage());
        }
        forget();
    }

    /** Prepares every statement anew: the driver closes one that failed, and would refuse it for ever after. */
    void forget() {
        for (PreparedStatement statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                LOG.debug("a statement that failed did not close: {}", e.getMessage());
            }
        }
        prepared.clear();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
