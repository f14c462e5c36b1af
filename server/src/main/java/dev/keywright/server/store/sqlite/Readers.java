package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
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
    private final BlockingQueue<Statements> connections;
    private final RowCache cache;
    private final Syncer syncer;

    Readers(List<Statements> connections, RowCache cache, Syncer syncer) {
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

    /** What is to be read. */
    interface Operation<R> {
        R run(Statements statements) throws SQLException;
    }

    /** Runs an operation of several statements, which all see the same moment, and waits for what it read. */
    <R> R readAll(Operation<R> operation) {
        return read(statements -> {
            try {
                statements.beginReading();
                return operation.run(statements);
            } finally {
                statements.commit();
            }
        });
    }

    /** Runs an operation of one statement and waits for what it read. */
    <R> R read(Operation<R> operation) {
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

    private <R> R run(Operation<R> operation) throws SQLException, InterruptedException {
        Statements statements = connections.take();
        try {
            return operation.run(statements);
        } catch (SQLException e) {
            statements.forget();
            throw e;
        } finally {
            connections.put(statements);
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
        for (Statements statements : connections) {
            statements.close();
        }
    }
}
