package dev.keywright.testkit.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A world file where the server can read it, for as long as it starts.
 *
 * @param file what the server reads
 * @param copied the folder of a copy, for what is in a jar
 */
record WorldSource(Path file, Optional<Path> copied) implements AutoCloseable {
    /** Finds a world by its name on the class path, or else as a file. */
    static WorldSource find(String name) {
        Optional<URL> resource = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .or(() -> Optional.ofNullable(WorldSource.class.getClassLoader()))
                .flatMap(loader -> Optional.ofNullable(loader.getResource(name)));
        Path file = Path.of(name);
        try {
            if (resource.isPresent()) {
                return of(resource.get(), file.getFileName().toString());
            }
        } catch (IOException | URISyntaxException e) {
            throw new EmulatorNotStartedException("the world " + name + " cannot be read: " + e.getMessage(), e);
        }
        if (!Files.isRegularFile(file)) {
            throw new EmulatorNotStartedException(
                    "there is no world " + name + ": neither a resource of that name is on the"
                            + " class path, nor is there a file " + file.toAbsolutePath());
        }
        return new WorldSource(file, Optional.empty());
    }

    private static WorldSource of(URL resource, String fileName) throws IOException, URISyntaxException {
        if (resource.getProtocol().equals("file")) {
            return new WorldSource(Path.of(resource.toURI()), Optional.empty());
        }
        Path folder = Files.createTempDirectory("keywright-world-");
        // Under its own name, which complaints name.
        Path copy = folder.resolve(fileName);
        try (InputStream in = resource.openStream()) {
            Files.copy(in, copy);
        }
        return new WorldSource(copy, Optional.of(folder));
    }

    @Override
    public void close() throws IOException {
        if (copied.isPresent()) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(copied.get());
        }
    }
}
