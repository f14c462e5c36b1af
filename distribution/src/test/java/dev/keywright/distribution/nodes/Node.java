package dev.keywright.distribution.nodes;

import dev.keywright.distribution.App;
import dev.keywright.distribution.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One server of several. When it is started again it listens where it did. */
final class Node implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final String database;
    private final Path keys;
    private final int port;
    private final String url;
    private final App app;
    private Program program;

    /** Starts it. */
    Node(String database, Path keys) throws IOException, InterruptedException {
        this.database = database;
        this.keys = keys;
        this.program = start(database, keys, 0);
        this.url = program.url();
        this.port = URI.create(url).getPort();
        this.app = new App(url);
    }

    private static Program start(String database, Path keys, int port) throws IOException, InterruptedException {
        return Program.start(
                "serve",
                "--port",
                Integer.toString(port),
                "--database",
                database,
                "--keys",
                keys.toString(),
                "--authorizations-per-bot",
                "none");
    }

    /** An app that asks this node. */
    App app() {
        return app;
    }

    /** Where it listens. */
    String url() {
        return url;
    }

    /**
     * SIGKILL, and a new start; when this returns it answers again. One that finds no database ends and is started once more,
     * as whatever supervises it would.
     */
    synchronized void killAndStart() throws IOException, InterruptedException {
        program.kill();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                program = start(database, keys, port);
                return;
            } catch (IllegalStateException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        app.close();
        program.close();
    }
}
