package dev.keywright.server.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that SQLite appends commits to. SQLite leaves syncing it to us ({@code synchronous=NORMAL}), which makes a
 * commit exactly as durable as {@code FULL} would, once {@link #sync} has returned. It is opened by us a second time; SQLite
 * holds no locks on it that closing it could drop.
 */
final class WriteAheadLog implements Syncer.Disk {
    private final FileChannel channel;

    private WriteAheadLog(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the log of an open database; it must have been written to. */
    static WriteAheadLog open(Path file) throws IOException {
        FreshFile.syncNameOf(file);
        return new WriteAheadLog(FileChannel.open(file, StandardOpenOption.WRITE));
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
