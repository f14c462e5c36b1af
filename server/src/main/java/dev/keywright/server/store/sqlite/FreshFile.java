package dev.keywright.server.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that comes to be whole or not at all, whenever the machine stops: what is written gets its name once it is on the
 * disk, and is deleted when it is closed without one.
 */
final class FreshFile implements AutoCloseable {
    private final Path file;
    private final Path writing;

    private FreshFile(Path file, Path writing) {
        this.file = file;
        this.writing = writing;
    }

    /** In a folder that this process owns: what an attempt that was interrupted left there is deleted. */
    static FreshFile inOwnFolder(Path file) throws IOException {
        Path writing = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(writing);
        return new FreshFile(file, Files.createFile(writing));
    }

    /** Where another process may be about to write the same file. Its owner alone can read it. */
    static FreshFile amongOthers(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return new FreshFile(file, Files.createTempFile(folder, file.getFileName() + ".", ".new"));
    }

    /** Where to write it: an empty file that is there. */
    Path writing() {
        return writing;
    }

    /** Gives it its name, unless something has that already. */
    void name() throws IOException {
        try (FileChannel channel = FileChannel.open(writing, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        // Within one folder this is one step.
        Files.move(writing, file);
    }

    /** Gives it its name, and returns when that is on the disk too. */
    void nameForGood() throws IOException {
        name();
        syncNameOf(file);
    }

    /** A file that is new is known by its folder alone, which has to be synced as well. */
    static void syncNameOf(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(writing);
    }
}
