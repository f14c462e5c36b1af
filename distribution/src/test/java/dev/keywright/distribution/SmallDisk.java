package dev.keywright.distribution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A disk of a few mebibytes, which exists for the processes that are started on it and for nobody else: a tmpfs. */
final class SmallDisk implements AutoCloseable {
    private final MountNamespace namespace;
    private final Path folder;

    private SmallDisk(MountNamespace namespace, Path folder) {
        this.namespace = namespace;
        this.folder = folder;
    }

    /** Mounts it over an empty folder. */
    static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        String mount = "mount -t tmpfs -o size=" + mebibytes + "m none \"$0\"";
        return new SmallDisk(MountNamespace.of(mount, folder.toString()), folder);
    }

    /** What a command is started behind to see the disk. */
    List<String> entry() {
        return namespace.entry();
    }

    /** A file on it, as this process names it. */
    Path file(String name) {
        return namespace.path(folder.toString()).resolve(name);
    }

    /** Writes a file that leaves no byte free. */
    void fill() throws IOException {
        try (FileChannel filler = FileChannel.open(
                file("filler"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer block = ByteBuffer.allocate(64 * 1024);
            while (true) {
                block.clear();
                while (block.hasRemaining()) {
                    filler.write(block);
                }
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left on device")) {
                throw e;
            }
        }
    }

    /** Deletes that file. */
    void free() throws IOException {
        Files.delete(file("filler"));
    }

    @Override
    public void close() {
        namespace.close();
    }
}
