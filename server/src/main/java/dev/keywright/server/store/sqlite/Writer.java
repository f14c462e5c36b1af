package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The only thread that writes. It takes all operations that wait, runs them in one transaction and commits once (group
 * commit): the disk is asked to sync once for many requests. Nobody is answered before the commit that covers him.
 *
 * <p>It is a platform thread: a native call pins a virtual thread's carrier, and a writer that competes for carriers with
 * the requests it serves starves.
 */
final class Writer implements AutoCloseable {
    private static final int QUEUE = 4096;
    private static final int GROUP = 256;

    private final Statements statements;
    private final RowCache cache;
    private final NameCache names;
    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    Writer(Statements statements, RowCache cache, NameCache names) {
        this.statements = statements;
        this.cache = cache;
        this.names = names;
        this.thread = Thread.ofPlatform().name("sqlite-writer").daemon(true).start(this::run);
    }

    /** What is to be done in a transaction. It may run twice, the second time after a rollback. */
    interface Operation<R> {
        R run(WriteGroup group) throws SQLException;
    }

    /** Runs the operation and waits until it is committed. */
    <R> R write(Operation<R> operation) {
        Waiting<R> waiting = new Waiting<>(operation);
        if (!queue.offer(waiting)) {
            throw new StoreUnavailableException("more than " + QUEUE + " writes are waiting");
        }
        // Looked at after the offer: the thread may have seen an empty queue and gone just before.
        if (closed && queue.remove(waiting)) {
            throw new StoreUnavailableException("the store is closed");
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
        WriteGroup group = new WriteGroup(statements, cache, names);
        try {
            statements.begin();
            for (Waiting<?> operation : operations) {
                operation.run(group);
            }
            group.commit();
        } catch (SQLException | RuntimeException | Error e) {
            // Errors too: without this thread every later write would wait for ever.
            statements.rollback();
            failed(operations, e);
            return;
        }
        operations.forEach(Waiting::answer);
    }

    /** One that cannot succeed must not fail the others: each is tried again alone. */
    private void failed(List<Waiting<?>> operations, Throwable cause) {
        if (operations.size() == 1) {
            operations.getFirst().answer.completeExceptionally(cause);
        } else {
            operations.forEach(operation -> commit(List.of(operation)));
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
