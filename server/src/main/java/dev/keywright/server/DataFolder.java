package dev.keywright.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the store is kept: a folder that stays, or one that goes with the process. */
record DataFolder(Path path, boolean temporary) implements AutoCloseable {
    static DataFolder ofThisProcess() throws IOException {
        return new DataFolder(Files.createTempDirectory("keywright-"), true);
    }

    /** Deletes a temporary folder with all that is in it. */
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
