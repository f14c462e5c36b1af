package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Transactions.Reading;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Few platform threads that read, one connection each, behind a bounded queue. What was read is told only when it is
 * durable: a connection sees what is committed, and that may still have to be synced.
 */
final class Readers implements AutoCloseable {
    private static final int QUEUE = 4096;
    private static final long CLOSE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final BlockingQueue<SqliteConnection> connections;
    private final RowCache cache;
    private final Syncer syncer;

    Readers(List<SqliteConnection> connections, RowCache cache, Syncer syncer) {
        this.cache = cache;
        this.syncer = syncer;
        this.connections = new ArrayBlockingQueue<>(connections.size(), false, connections);
        this.threads = new ThreadPoolExecutor(
                connections.size(),
                connections.size(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("sqlite-reader-", 0).daemon(true).factory());
    }

    /** Runs an operation of several statements, which all see the same moment, and waits for what it read. */
    <R> R readAll(Reading<R> operation) {
        return told(connection -> {
            try {
                connection.beginReading();
                return operation.run(connection.statements());
            } finally {
                connection.commit();
            }
        });
    }

    /** Runs an operation of one statement and waits for what it read. */
    <R> R read(Reading<R> operation) {
        return told(connection -> operation.run(connection.statements()));
    }

    private interface OnConnection<R> {
        R run(SqliteConnection connection) throws SQLException;
    }

    private <R> R told(OnConnection<R> operation) {
        FutureTask<R> task = new FutureTask<>(() -> run(operation));
        try {
            threads.execute(task);
            R read = task.get();
            syncer.await(cache.announced());
            return read;
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException(
                    threads.isShutdown() ? "the store is closed" : "more than " + QUEUE + " reads are waiting", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure
                    ? new StoreUnavailableException("the read failed: " + failure.getMessage(), failure)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while reading", e);
        }
    }

    private <R> R run(OnConnection<R> operation) throws SQLException, InterruptedException {
        SqliteConnection connection = connections.take();
        try {
            return operation.run(connection);
        } catch (SQLException e) {
            connection.statements().forget();
            throw e;
        } finally {
            connections.put(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (SqliteConnection connection : connections) {
            connection.close();
        }
    }
}
