package dev.keywright.server.store.sql;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;

/**
 * How an engine runs what is asked of it. Transactions have an effect as if they ran one after the other, whoever runs
 * them and where; each may throw {@link StoreUnavailableException}.
 */
public interface Transactions {
    /** What is to be done in a transaction. It may run more than once, each time after all it did was undone. */
    interface Writing<R> {
        /** Does it. */
        R run(Transaction transaction) throws SQLException;
    }

    /** What is to be read. It may run more than once. */
    interface Reading<R> {
        /** Reads it. */
        R run(Statements statements) throws SQLException;
    }

    /** Runs the operation and waits until its commit is durable. */
    <R> R write(Writing<R> operation);

    /**
     * Runs statements each of which stands for itself: that others see some of them before the rest, or come in between, is
     * no harm. Waits until all are durable.
     */
    <R> R writeEach(Writing<R> operation);

    /** Runs an operation of one statement and waits for what it read. */
    <R> R read(Reading<R> operation);

    /** Runs an operation of several statements, which all see the same moment, and waits for what it read. */
    <R> R readAll(Reading<R> operation);
}
