package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Transactions.Writing;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The only thread that writes. It takes all operations that wait, runs them in one transaction, commits and syncs once (group
 * commit): the disk is asked once for many requests. Nobody is answered before the commit that covers him is durable. What
 * arrives while the disk works is the next group.
 *
 * <p>It is a platform thread: a native call pins a virtual thread's carrier, and a writer that competes for carriers with
 * the requests it serves starves.
 */
final class Writer implements AutoCloseable {
    private static final int QUEUE = 4096;
    private static final int GROUP = 256;

    private final SqliteConnection connection;
    private final RowCache cache;
    private final NameCache names;
    private final Syncer syncer;
    private final Checkpoints checkpoints;
    private final BlockingQueue<Waiting<WriteGroup, ?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    Writer(SqliteConnection connection, RowCache cache, NameCache names, Syncer syncer, Checkpoints checkpoints) {
        this.connection = connection;
        this.cache = cache;
        this.names = names;
        this.syncer = syncer;
        this.checkpoints = checkpoints;
        this.thread = Thread.ofPlatform().name("sqlite-writer").daemon(true).start(this::run);
    }

    /** Runs the operation and waits until its commit is durable. */
    <R> R write(Writing<R> operation) {
        syncer.refuseAfterFailure();
        Waiting<WriteGroup, R> waiting = new Waiting<>(operation::run);
        if (!queue.offer(waiting)) {
            throw new StoreUnavailableException("more than " + QUEUE + " writes are waiting");
        }
        // Looked at after the offer: the thread may have seen an empty queue and gone just before.
        if (closed && queue.remove(waiting)) {
            throw new StoreUnavailableException("the store is closed");
        }
        return waiting.await("write");
    }

    private void run() {
        List<Waiting<WriteGroup, ?>> group = new ArrayList<>(GROUP);
        try {
            while (!closed || !queue.isEmpty()) {
                Waiting<WriteGroup, ?> first = queue.take();
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                commit(List.copyOf(group));
                checkpoints.afterCommit(connection, group.size());
                group.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit(List<Waiting<WriteGroup, ?>> operations) {
        WriteGroup group = new WriteGroup(connection, cache, names);
        long number;
        try {
            connection.begin();
            for (Waiting<WriteGroup, ?> operation : operations) {
                operation.run(group);
            }
            number = group.commit();
        } catch (SQLException | RuntimeException | Error e) {
            // Errors too: without this thread every later write would wait for ever.
            connection.rollback();
            // A commit that was announced and failed: nobody may wait for it.
            makeDurable(cache.announced(), List.of());
            failed(operations, e);
            return;
        }
        makeDurable(number, operations);
    }

    /** Syncs a commit, and tells those whose operations it ran. */
    private void makeDurable(long number, List<Waiting<WriteGroup, ?>> operations) {
        try {
            syncer.sync(number);
        } catch (StoreUnavailableException e) {
            operations.forEach(operation -> operation.fail(e));
            return;
        }
        Waiting.answer(operations);
    }

    /** One that cannot succeed must not fail the others: each is tried again alone. */
    private void failed(List<Waiting<WriteGroup, ?>> operations, Throwable cause) {
        if (operations.size() == 1) {
            operations.getFirst().fail(cause);
            return;
        }
        for (Waiting<WriteGroup, ?> operation : operations) {
            commit(List.of(operation));
        }
    }

    /** Runs what waits, then stops. */
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
        try (connection) {
            checkpoints.close();
        }
    }
}
