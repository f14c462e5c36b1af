package dev.keywright.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An AOT cache for a class of this module, so that it starts as the packaged server does. */
public final class AotCache {
    private AotCache() {}

    /** What a server is asked while the cache learns which classes it needs. */
    public interface Training {
        /** Asks it. */
        void ask(ServerProcess server) throws IOException;
    }

    /** The flag that uses the cache; made first when it is not there or older than this process's jars. */
    public static String flag(Path file, Class<?> main, List<String> flags, Training training) throws IOException {
        if (!Files.exists(file) || Files.getLastModifiedTime(file).compareTo(newestJar()) < 0) {
            Files.deleteIfExists(file);
            List<String> learning = new ArrayList<>(flags);
            learning.add("-XX:AOTCacheOutput=" + file);
            try (ServerProcess server = ServerProcess.start(JavaCommand.of(main, learning))) {
                training.ask(server);
            }
        }
        if (!Files.exists(file)) {
            throw new IOException("no AOT cache was made: " + file);
        }
        return "-XX:AOTCache=" + file;
    }

    private static java.nio.file.attribute.FileTime newestJar() throws IOException {
        return Files.getLastModifiedTime(
                Path.of(System.getProperty("java.class.path").split(":", -1)[0]));
    }
}
