package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits durable, in their order, on a thread of its own: while one is synced the writer runs the next. Nobody is
 * told of a commit before it is durable, neither who asked for it nor who reads what it changed.
 *
 * <p>When the disk once fails to sync, nobody knows what is on it, and to ask again would not tell: the kernel forgets what
 * it could not write. From then on nothing is written and nothing told that was not durable before; the process has to be
 * started again.
 */
final class Syncer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Syncer.class);

    private final Disk disk;
    /** Without room: what the writer runs before its last commit is taken up had better wait and be one larger group. Empty is the end. */
    private final BlockingQueue<Optional<Commit>> next = new SynchronousQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Thread thread;
    private volatile long durable;
    private volatile Optional<StoreUnavailableException> failure = Optional.empty();

    Syncer(Disk disk) {
        this.disk = disk;
        this.thread = Thread.ofPlatform().name("sqlite-syncer").daemon(true).start(this::run);
    }

    /** A commit and those who asked for it. */
    interface Commit {
        /** Larger than that of the commit before. */
        long number();

        /** Tells them that it is durable. */
        void done();

        /** Tells them that nobody knows whether it is. */
        void failed(StoreUnavailableException why);
    }

    /** Hands a commit over; waits until the one before is durable. */
    void sync(Commit commit) throws InterruptedException {
        next.put(Optional.of(commit));
    }

    /** Waits until the commit of this number, and with it all before, is durable. */
    void await(long number) {
        if (number <= durable) {
            return;
        }
        lock.lock();
        try {
            while (number > durable) {
                refuseAfterFailure();
                progress.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the disk has failed. */
    boolean hasFailed() {
        return failure.isPresent();
    }

    /** Throws once the disk has failed. */
    void refuseAfterFailure() {
        failure.ifPresent(why -> {
            throw why;
        });
    }

    private void run() {
        try {
            for (Optional<Commit> commit = next.take(); commit.isPresent(); commit = next.take()) {
                makeDurable(commit.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeDurable(Commit commit) {
        try {
            if (failure.isEmpty()) {
                disk.sync();
            }
        } catch (IOException e) {
            fail(e);
        }
        if (failure.isEmpty()) {
            durable = commit.number();
        }
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        failure.ifPresentOrElse(commit::failed, commit::done);
    }

    /** The disk failed to sync: nothing is told from now on that was not durable before. */
    void fail(IOException why) {
        LOG.error("the disk failed to sync; start Keywright again when it works", why);
        failure = Optional.of(new StoreUnavailableException(
                "the disk failed to sync, and Keywright has to be started again: " + why.getMessage(), why));
    }

    /** Finishes what was handed over. The writer must have ended before. */
    @Override
    public void close() throws IOException {
        try {
            if (thread.isAlive()) {
                next.put(Optional.empty());
            }
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disk.close();
    }
}
