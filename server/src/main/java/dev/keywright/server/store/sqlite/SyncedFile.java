package dev.keywright.server.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that SQLite writes and we sync: it is opened a second time. On POSIX systems a process that closes a file loses all
 * its locks on it, SQLite's too: so that of the database is closed when no connection is open any more. On the log SQLite
 * holds none.
 */
final class SyncedFile implements Disk {
    private final FileChannel channel;

    private SyncedFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens a file that SQLite has written to. */
    static SyncedFile open(Path file) throws IOException {
        FreshFile.syncNameOf(file);
        return new SyncedFile(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    @Override
    public void sync() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
