package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Statements;
import dev.keywright.server.store.sql.Transactions.Reading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Few platform threads that read, one connection each, behind a bounded queue. What was read is told only when it is
 * durable: a connection sees what is committed, and that may still have to be synced.
 *
 * <p>Short reads that wait are done together, of one moment: SQLite forgets all pages that a connection has in memory once
 * another has committed, and takes and gives back its locks in each transaction.
 */
final class Readers implements AutoCloseable {
    private static final int QUEUE = 4096;

    /** So few that the other thread has something to do, too. */
    private static final int GROUP = 16;

    private static final long CLOSE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final BlockingQueue<SqliteConnection> connections;
    private final RowCache cache;
    private final Syncer syncer;

    /** As many at most as there are tasks for the threads, each of which takes what waits. */
    private final BlockingQueue<Waiting<Statements, ?>> shortReads = new LinkedBlockingQueue<>();

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
        Waiting<Statements, R> waiting = new Waiting<>(operation::run);
        execute(() -> run(List.of(waiting), true));
        R read = waiting.await("read");
        awaitDurable();
        return read;
    }

    /** Runs an operation of one statement and waits for what it read. */
    <R> R read(Reading<R> operation) {
        R read = look(operation);
        awaitDurable();
        return read;
    }

    /**
     * Runs an operation of one statement. What it read may not be durable yet: before anyone is told of it, something has to
     * be written, or {@link #awaitDurable} to be called.
     */
    <R> R look(Reading<R> operation) {
        Waiting<Statements, R> waiting = new Waiting<>(operation::run);
        shortReads.add(waiting);
        try {
            execute(this::runShortReads);
        } catch (StoreUnavailableException e) {
            shortReads.remove(waiting);
            throw e;
        }
        return waiting.await("read");
    }

    /** Waits until all that was read is durable. */
    void awaitDurable() {
        syncer.await(cache.announced());
    }

    private void execute(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException(
                    threads.isShutdown() ? "the store is closed" : "more than " + QUEUE + " reads are waiting", e);
        }
    }

    private void runShortReads() {
        List<Waiting<Statements, ?>> group = new ArrayList<>(GROUP);
        if (shortReads.drainTo(group, GROUP) > 0) {
            // One statement is of one moment anyway.
            run(group, group.size() > 1);
        }
    }

    private void run(List<Waiting<Statements, ?>> group, boolean inTransaction) {
        try {
            SqliteConnection connection = connections.take();
            try {
                if (inTransaction) {
                    connection.beginReading();
                }
                group.forEach(waiting -> run(waiting, connection.statements()));
            } finally {
                if (inTransaction) {
                    connection.endReading();
                }
                connections.put(connection);
            }
            Waiting.answer(group);
        } catch (InterruptedException | SQLException | RuntimeException | Error e) {
            // Errors too: whoever is not told waits for ever.
            group.forEach(waiting -> waiting.fail(e));
        }
    }

    /** One that cannot succeed must not fail the others. */
    private static void run(Waiting<Statements, ?> waiting, Statements statements) {
        try {
            waiting.run(statements);
        } catch (SQLException | RuntimeException e) {
            statements.forget();
            waiting.fail(e);
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
