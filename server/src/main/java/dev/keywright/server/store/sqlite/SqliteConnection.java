package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection and the transactions on it, which are begun and ended by statements of our own. The driver's
 * {@code commit} begins the next transaction in the same call, so that its failure does not tell whether anything was
 * committed; and when SQLite has rolled back by itself, as on a full disk, the driver's {@code rollback} fails and leaves
 * every later statement to commit on its own.
 */
final class SqliteConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteConnection.class);

    private final Statements statements;

    private SqliteConnection(Statements statements) {
        this.statements = statements;
    }

    /** A new connection, outside any transaction. */
    static SqliteConnection over(Connection connection) throws SQLException {
        SqliteConnection over = new SqliteConnection(new Statements(connection));
        // Else the driver would try to begin and commit after each statement. It begins a transaction here, once.
        connection.setAutoCommit(false);
        over.rollback();
        return over;
    }

    Statements statements() {
        return statements;
    }

    /** Begins a transaction that writes. */
    void begin() throws SQLException {
        statements.of("BEGIN IMMEDIATE").execute();
    }

    /** Begins a transaction whose statements all read the same snapshot. */
    void beginReading() throws SQLException {
        statements.of("BEGIN").execute();
    }

    /** Makes the transaction durable; when it throws, nothing of the transaction was done. */
    void commit() throws SQLException {
        statements.of("COMMIT").execute();
    }

    /** Ends a transaction that only read. */
    void endReading() {
        try {
            commit();
        } catch (SQLException e) {
            // What was read stands; SQLite may have ended it by itself.
            rollback();
        }
    }

    /** Undoes the transaction, if there is one: SQLite may have done so by itself. */
    void rollback() {
        try {
            statements.of("ROLLBACK").execute();
        } catch (SQLException e) {
            LOG.debug("there was nothing to roll back: {}", e.getMessage());
        }
        statements.forget();
    }

    /** How many pages the log has. */
    int logged() throws SQLException {
        return pagesAfter("PRAGMA wal_checkpoint(NOOP)");
    }

    /** Copies of the log into the database what nobody holds back who still reads; outside any transaction. */
    void checkpoint() throws SQLException {
        pagesAfter("PRAGMA wal_checkpoint(PASSIVE)");
    }

    private int pagesAfter(String checkpoint) throws SQLException {
        try (ResultSet result = statements.of(checkpoint).executeQuery()) {
            return result.next() ? result.getInt(2) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }
}
