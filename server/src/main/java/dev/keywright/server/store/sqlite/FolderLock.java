package dev.keywright.server.store.sqlite;

import dev.keywright.server.files.OwnerOnly;
import dev.keywright.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says that this process owns a data folder: a second writer would make the cache wrong. */
final class FolderLock implements AutoCloseable {
    /**
     * The folders that this process has. The file's lock alone would not do: on POSIX systems a process loses it as soon as
     * it closes any channel to the file, so a second opening here must be turned away before it opens one.
     */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes the folder, for its owner alone, when it is not there, and takes it; refuses one that another process, or this one, has. */
    static FolderLock own(Path folder) {
        try {
            OwnerOnly.createFolders(folder);
            return take(folder)
                    .orElseThrow(() -> new StoreUnavailableException("the data folder " + folder
                            + " is in use by another Keywright; stop that one, or name another folder with --data"));
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "the data folder " + folder + " cannot be written: " + e.getMessage()
                            + "; make it writable, or name another with --data",
                    e);
        }
    }

    /** Takes the folder; empty when another process, or this one, has it. The system gives it back when a process dies. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OWNED.add(real)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<FolderLock> lock = lock(folder, real);
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                OWNED.remove(real);
            }
        }
    }

    private static Optional<FolderLock> lock(Path folder, Path real) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("keywright.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new FolderLock(real, channel));
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OWNED.remove(folder);
    }
}
