package dev.keywright.testkit.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** An emulator that is a process; it ends with this JVM at the latest. */
final class EmulatorProcess implements RunningEmulator {
    private final Process process;
    private final URI url;
    private final Path said;
    private final Thread atExit;

    /** Takes a process that is ready, and the file into which it says what is on its mind. */
    EmulatorProcess(Process process, URI url, Path said) {
        this.process = process;
        this.url = url;
        this.said = said;
        this.atExit = new Thread(() -> end(process, said), "keywright-emulator-stop");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        end(process, said);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // This JVM is ending, so the hook runs, and finds nothing to do.
        }
    }

    /** Ends a process, which leaves nothing behind, and deletes what it said. */
    static void end(Process process, Path said) {
        process.destroy();
        try {
            process.waitFor();
            Files.deleteIfExists(said);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
