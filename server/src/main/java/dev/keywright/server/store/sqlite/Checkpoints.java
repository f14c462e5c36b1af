package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.sqlite.SqliteStore.ConnectionSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the log into the database, so that it does not grow for ever (https://sqlite.org/wal.html). By itself SQLite does
 * that within a commit: thousands of pages go to all places of the file, the file is synced, and whoever writes waits for a
 * tenth of a second. Here a thread of its own copies beside the writer. What is committed meanwhile is left for the writer
 * himself: the log begins anew only when nothing is left in it to copy, which is never while somebody else copies.
 *
 * <p>The writer's thread calls it, and whoever closes it once that thread has ended.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    /** At how many pages of the log the copying begins: 16 MiB of them, so that a hot page is copied once for many commits. */
    static final int MANY = 4096;

    /** How many the writer copies himself, which takes some milliseconds; and how many operations go by unnoticed. */
    private static final int FEW = 512;

    private final ConnectionSource source;
    private final Disk tables;
    private final Syncer syncer;
    private final AtomicBoolean failing = new AtomicBoolean();
    private Optional<Thread> copying = Optional.empty();

    /** That of the thread that copies, opened when there is something to copy for the first time. */
    private Optional<SqliteConnection> own = Optional.empty();

    /** How many pages the log had when copying last began: so many are copied when it ends. */
    private int begun;

    /** Operations since the log was last asked how long it is. */
    private int unasked;

    /** Syncs to a disk that somebody else closes; a syncer is told when that fails. */
    Checkpoints(ConnectionSource source, Disk tables, Syncer syncer) {
        this.source = source;
        this.tables = tables;
        this.syncer = syncer;
    }

    /** Does what is due after a commit of so many operations; nothing once the disk has failed. The writer is in no transaction. */
    void afterCommit(SqliteConnection writer, int operations) {
        if (syncer.hasFailed()) {
            return;
        }
        unasked += operations;
        if (copying.isPresent() ? copying.get().isAlive() : unasked < FEW) {
            return;
        }
        unasked = 0;
        try {
            int logged = writer.logged();
            if (logged < MANY) {
                copying = Optional.empty();
                begun = 0;
            } else if (logged - begun > FEW) {
                begun = logged;
                copying = Optional.of(Thread.ofPlatform()
                        .name("sqlite-checkpoint")
                        .daemon(true)
                        .start(this::copy));
            } else {
                writer.checkpoint();
                failing.set(false);
            }
        } catch (SQLException | RuntimeException | Error e) {
            // Errors too: without the writer's thread every later write would wait for ever.
            writer.statements().forget();
            failed(e);
        }
    }

    private void copy() {
        try {
            if (own.isEmpty()) {
                own = Optional.of(SqliteConnection.over(source.open()));
            }
            own.get().checkpoint();
            // SQLite syncs only when nothing is left to copy: without this it would all be for the writer to wait for.
            tables.sync();
            failing.set(false);
        } catch (SQLException e) {
            own.ifPresent(connection -> connection.statements().forget());
            failed(e);
        } catch (IOException e) {
            // What was copied is in the log, but SQLite takes it for copied: it must not begin the log anew.
            syncer.fail(e);
        }
    }

    /** Nothing is lost, for it is all in the log; said once, and not for each of the commits that try again. */
    private void failed(Throwable e) {
        if (failing.compareAndSet(false, true)) {
            LOG.warn("the log cannot be copied into the database, and grows until it can: {}", e.getMessage());
        }
    }

    /** Waits for what is being copied. */
    @Override
    public void close() throws SQLException {
        try {
            if (copying.isPresent()) {
                copying.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (own.isPresent()) {
            own.get().close();
        }
    }
}
