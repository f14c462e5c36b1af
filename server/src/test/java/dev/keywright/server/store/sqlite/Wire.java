package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.Tap;
import dev.keywright.server.store.sqlite.SqliteStore.ConnectionSource;
import dev.keywright.server.store.sqlite.SqliteStore.DiskSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Stands between a store and SQLite: writes down every statement that runs, and lets one fail when it is told to. */
final class Wire {
    private final Database database;
    private final Path folder;
    private final Tap tap = new Tap();
    private final List<Connection> opened = new ArrayList<>();

    Wire(Path folder) {
        this.folder = folder;
        this.database = new Database(folder, Durability.NOT_SYNCED);
    }

    /** Decides which statements fail. */
    interface Failing {
        /** Whether this one fails, which is about to run. */
        boolean fails(String sql);
    }

    /** Told of each statement, on the thread that ran it, before what it read is used. */
    interface Watching {
        /** Called when the statement ran. */
        void ran(String sql);
    }

    /** Opens a store over this. */
    Store open(int cacheMebibytes) {
        return open(cacheMebibytes, database::disk);
    }

    /** Opens a store over this, and over a disk of one's own. */
    Store open(int cacheMebibytes, DiskSource disks) {
        return SqliteStore.open(folder, database, source(), disks, cacheMebibytes, new SecureRandom());
    }

    private ConnectionSource source() {
        return () -> {
            Connection connection = database.open();
            synchronized (this) {
                opened.add(connection);
            }
            return tap.on(connection);
        };
    }

    /** The connection that the store writes with. */
    synchronized Connection writing() {
        return opened.getFirst();
    }

    /** Lets statements fail from now on. */
    void fail(Failing which) {
        tap.before(sql -> {
            if (which.fails(sql)) {
                throw new SQLException("made to fail");
            }
        });
    }

    /** Lets them succeed again. */
    void mend() {
        tap.before(sql -> {});
    }

    /** Tells of each statement from now on. */
    void watch(Watching watcher) {
        tap.after(watcher::ran);
    }

    /** Forgets what ran. */
    void forget() {
        tap.forget();
    }

    /** The first word of each statement that ran since {@link #forget}. */
    List<String> verbs() {
        return tap.verbs();
    }
}
