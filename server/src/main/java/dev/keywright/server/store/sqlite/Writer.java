package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes. It takes all operations that wait, runs them in one transaction and commits once (group
 * commit): the disk is asked to sync once for many requests. Nobody is answered before the commit that covers him.
 *
 * <p>It is a platform thread: a native call pins a virtual thread's carrier, and a writer that competes for carriers with
 * the requests it serves starves.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 4096;
    private static final int GROUP = 256;

    private final Statements statements;
    private final RowCache cache;
    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    Writer(Statements statements, RowCache cache) {
        this.statements = statements;
        this.cache = cache;
        this.thread = Thread.ofPlatform().name("sqlite-writer").daemon(true).start(this::run);
    }

    /** What is to be done in a transaction. It may run twice, the second time after a rollback. */
    interface Operation<R> {
        R run(WriteGroup group) throws SQLException;
    }

    /** Runs the operation and waits until it is committed. */
    <R> R write(Operation<R> operation) {
        Waiting<R> waiting = new Waiting<>(operation);
        if (closed || !queue.offer(waiting)) {
            throw new StoreUnavailableException(
                    closed ? "the store is closed" : "more than " + QUEUE + " writes are waiting");
        }
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException failure
                    ? new StoreUnavailableException("the write failed: " + failure.getMessage(), failure)
                    : e;
        }
    }

    private void run() {
        List<Waiting<?>> group = new ArrayList<>(GROUP);
        try {
            while (!closed || !queue.isEmpty()) {
                Waiting<?> first = queue.take();
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                commit(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting<?>> operations) {
        WriteGroup group = new WriteGroup(statements, cache);
        try {
            for (Waiting<?> operation : operations) {
                operation.run(group);
            }
            group.commit();
        } catch (SQLException | RuntimeException e) {
            rollback();
            failed(operations, e);
            return;
        }
        operations.forEach(Waiting::answer);
    }

    /** One that cannot succeed must not fail the others: each is tried again alone. */
    private void failed(List<Waiting<?>> operations, Exception cause) {
        if (operations.size() == 1) {
            operations.getFirst().answer.completeExceptionally(cause);
        } else {
            operations.forEach(operation -> commit(List.of(operation)));
        }
    }

    private void rollback() {
        try {
            statements.rollback();
        } catch (SQLException e) {
            // SQLite rolled back by itself when it failed; there is nothing left to roll back.
            LOG.debug("rollback after a failed write: {}", e.getMessage());
        }
    }

    /** Finishes what waits, then stops. */
    @Override
    public void close() throws SQLException {
        // The last operation of all wakes the thread, and it sees that it is done.
        closed = true;
        queue.offer(new Waiting<>(group -> true));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        statements.close();
    }

    private static final class Waiting<R> {
        private final Operation<R> operation;
        private final CompletableFuture<R> answer = new CompletableFuture<>();
        private R result;

        @SuppressWarnings("NullAway.Init") // Set by run, which comes before answer.
        Waiting(Operation<R> operation) {
            this.operation = operation;
        }

        void run(WriteGroup group) throws SQLException {
            result = operation.run(group);
        }

        void answer() {
            answer.complete(result);
        }
    }
}
