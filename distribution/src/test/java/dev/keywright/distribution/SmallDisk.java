package dev.keywright.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk of a few mebibytes, which exists for the processes that are started on it and for nobody else: a tmpfs in a mount
 * namespace that a sleeping process holds. This process reaches its files through {@code /proc}.
 */
final class SmallDisk implements AutoCloseable {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Process holder;
    private final Path folder;

    private SmallDisk(Process holder, Path folder) {
        this.holder = holder;
        this.folder = folder;
    }

    /** Mounts it over an empty folder. */
    static SmallDisk mount(Path folder, int mebibytes) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", ROOT ? "-m" : "-rm"));
        command.addAll(List.of(
                "sh",
                "-c",
                "mount -t tmpfs -o size=" + mebibytes + "m none \"$0\" && echo mounted && exec sleep 3600",
                folder.toString()));
        Process holder = started("unshare", command);
        BufferedReader said = holder.inputReader();
        if (!"mounted".equals(said.readLine())) {
            holder.destroyForcibly();
            throw new IllegalStateException("unshare could not make a mount namespace, which this test needs");
        }
        return new SmallDisk(holder, folder);
    }

    private static Process started(String tool, List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(tool + " is missing, which this test needs; it is part of util-linux", e);
        }
    }

    /** What a command is started behind to see the disk. */
    List<String> entry() {
        started("nsenter", List.of("nsenter", "--version")).destroyForcibly();
        String namespaces = "/proc/" + holder.pid() + "/ns/";
        List<String> command = new ArrayList<>(List.of("nsenter", "--mount=" + namespaces + "mnt"));
        if (!ROOT) {
            command.addAll(List.of("--user=" + namespaces + "user", "--preserve-credentials"));
        }
        return command;
    }

    /** A file on it, as this process names it. */
    Path file(String name) {
        return Path.of("/proc/" + holder.pid() + "/root" + folder).resolve(name);
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
        holder.destroyForcibly();
    }
}
