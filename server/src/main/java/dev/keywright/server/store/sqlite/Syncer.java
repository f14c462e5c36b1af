package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits durable, in their order. SQLite's commit appends to its log and does not sync that; here it is synced, with
 * {@code fdatasync}. Nobody is told of a commit before it is durable, neither who asked for it nor who reads what it changed.
 *
 * <p>When the disk once fails to sync, nobody knows what is on it, and to ask again would not tell: the kernel forgets what
 * it could not write. From then on nothing is written and nothing told that was not durable before; the process has to be
 * started again.
 */
final class Syncer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Syncer.class);

    private final Disk disk;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private volatile long durable;
    private volatile Optional<StoreUnavailableException> failure = Optional.empty();

    Syncer(Disk disk) {
        this.disk = disk;
    }

    /** Makes the commit of this number, and all before, durable; throws when nobody knows whether it is. The writer calls it. */
    void sync(long number) {
        try {
            if (failure.isEmpty()) {
                disk.sync();
            }
        } catch (IOException e) {
            fail(e);
        }
        if (failure.isEmpty()) {
            durable = number;
        }
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
        refuseAfterFailure();
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

    /** The disk failed to sync: nothing is told from now on that was not durable before. */
    void fail(IOException why) {
        LOG.error("the disk failed to sync; start Keywright again when it works", why);
        failure = Optional.of(new StoreUnavailableException(
                "the disk failed to sync, and Keywright has to be started again: " + why.getMessage(), why));
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
