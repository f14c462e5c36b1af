package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Statements;
import dev.keywright.server.store.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions on PostgreSQL: serializable, and run again when others were in the way. What lost its connection is run
 * again too, unless that was during the commit: then nobody knows whether it was done, and the caller is told so.
 */
final class PostgresTransactions implements Transactions {
    private final Pool writing;
    private final Pool reading;
    private final Pool rows;
    private final PostgresNames names;
    private final Retry retry;

    PostgresTransactions(Pool writing, Pool reading, Pool rows, PostgresNames names, Retry retry) {
        this.writing = writing;
        this.reading = reading;
        this.rows = rows;
        this.names = names;
        this.retry = retry;
    }

    @Override
    public <R> R write(Writing<R> operation) {
        return retry.untilDone("write", () -> writing.inTurn(connection -> committed(connection, operation)));
    }

    @Override
    public <R> R writeEach(Writing<R> operation) {
        return retry.untilDone(
                "write",
                () -> rows.inTurn(connection -> {
                    connection.setAutoCommit(false);
                    return committed(connection, operation);
                }));
    }

    private <R> R committed(Connection connection, Writing<R> operation) throws SQLException {
        Statements statements = new Statements(connection, Text::storable);
        PostgresTransaction transaction = new PostgresTransaction(statements);
        R result = operation.run(transaction);
        transaction.finish();
        commit(connection);
        if (transaction.hasChangedEverything()) {
            names.clear();
        }
        return result;
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            Failure failure = Failure.of(e);
            if (failure == Failure.LOST || failure == Failure.SILENT) {
                throw new StoreUnavailableException(
                        "the connection was lost during the commit; whether it was done is not known", e);
            }
            throw e;
        }
    }

    @Override
    public <R> R read(Reading<R> operation) {
        return retry.untilDone(
                "read", () -> reading.inTurn(connection -> operation.run(new Statements(connection, Text::storable))));
    }

    @Override
    public <R> R readAll(Reading<R> operation) {
        return retry.untilDone(
                "read",
                () -> reading.inTurn(connection -> {
                    connection.setAutoCommit(false);
                    R read = operation.run(new Statements(connection, Text::storable));
                    connection.commit();
                    return read;
                }));
    }
}
