package dev.keywright.server.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.keywright.server.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few connections. Requests get one in the order in which they ask, which the fair semaphore sees to: left to the pool,
 * virtual threads were seen to wait for ten seconds while others came and went.
 */
final class Pool implements AutoCloseable {
    private static final int MOST_WAITING = 4096;
    private static final int WAITING_SECONDS = 5;

    private final HikariDataSource pool;
    private final Semaphore turns;

    /**
     * A pool that opens connections as they are needed.
     *
     * @param shared how many there are for requests
     * @param own how many there are beside them for threads that have one each
     */
    Pool(String name, PostgresStore.Source source, Isolation isolation, boolean autoCommit, int shared, int own) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keywright-" + name);
        config.setDataSource(source.of(isolation));
        // They have it already. But when the first is lost while it is asked for its level, the pool remembers one that
        // there is not, and no later connection can be set to that.
        config.setTransactionIsolation(isolation.constant());
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(shared + own);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(WAITING_SECONDS));
        config.setExceptionOverride(new Demotion());
        // Whether the server is there was found out before.
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
        this.turns = new Semaphore(shared, true);
    }

    /** A connection to a server that is no primary any more is thrown away, as one that is lost is. */
    private static final class Demotion implements SQLExceptionOverride {
        @java.lang.Override
        public SQLExceptionOverride.Override adjudicate(SQLException e) {
            return Failure.of(e) == Failure.DEMOTED
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }

    /** What is done with a connection. A transaction that it leaves open, by failing say, is rolled back. */
    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    /** Does it when it is this request's turn. */
    <R> R inTurn(Work<R> work) throws SQLException {
        if (pool.isClosed()) {
            throw new StoreUnavailableException("the store is closed");
        }
        if (turns.getQueueLength() > MOST_WAITING) {
            throw new StoreUnavailableException("more than " + MOST_WAITING + " requests wait for the database");
        }
        try {
            if (!turns.tryAcquire(WAITING_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreUnavailableException(
                        "the database did not get round to this within " + WAITING_SECONDS + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the database", e);
        }
        try {
            return atOnce(work);
        } finally {
            turns.release();
        }
    }

    /** Does it on a connection that only a few threads share, each of which has one at a time. */
    <R> R atOnce(Work<R> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
