package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One thread that takes all that wait and sees to them together: while one group is with the database the next one gathers,
 * so that groups are as large as the load.
 */
final class Lane<W> implements AutoCloseable {
    private static final int QUEUE = 4096;
    private static final int GROUP = 256;

    private final BlockingQueue<Optional<W>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Work<W> work;
    private final Thread thread;
    private volatile boolean closed;

    /** What is done with a group. */
    interface Work<W> {
        /** Answers those that it can, and gives the others back: they are the first of the next group. */
        List<W> on(List<W> group);
    }

    Lane(String name, Work<W> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().name("postgres-" + name).daemon(true).start(this::run);
    }

    /** Lets one wait. */
    void add(W waiting) {
        Optional<W> one = Optional.of(waiting);
        if (!queue.offer(one)) {
            throw new StoreUnavailableException("more than " + QUEUE + " requests wait for the database");
        }
        // Looked at after the offer: the thread may have seen an empty queue and gone just before.
        if (closed && queue.remove(one)) {
            throw new StoreUnavailableException("the store is closed");
        }
    }

    private void run() {
        List<W> group = new ArrayList<>();
        List<Optional<W>> taken = new ArrayList<>();
        try {
            while (!closed || !queue.isEmpty() || !group.isEmpty()) {
                if (group.isEmpty()) {
                    taken.add(queue.take());
                }
                queue.drainTo(taken, GROUP - group.size() - taken.size());
                taken.forEach(one -> one.ifPresent(group::add));
                taken.clear();
                List<W> later = work.on(List.copyOf(group));
                group.clear();
                group.addAll(later);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sees to what waits, then stops. */
    @Override
    public void close() {
        closed = true;
        // Wakes the thread.
        queue.offer(Optional.empty());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
