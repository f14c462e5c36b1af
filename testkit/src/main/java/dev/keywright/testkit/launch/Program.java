package dev.keywright.testkit.launch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The unpacked program, each emulator a process. Its start script finds a JDK 25 by itself: this JVM may be older.
 *
 * @param home the folder in which the start script is
 */
record Program(Path home) implements EmulatorLauncher {
    private static final String SCRIPT = "run";
    private static final String READY = "Keywright is ready on ";
    private static final int PATIENCE_SECONDS = 120;

    @Override
    public RunningEmulator launch(Map<String, String> settings) {
        Path script = home.resolve(SCRIPT);
        if (!Files.isExecutable(script)) {
            throw new EmulatorNotStartedException(
                    "there is no program at " + home.toAbsolutePath()
                            + ": no script " + SCRIPT
                            + " that can be run is there; name the folder into which the archive was"
                            + " unpacked, in which mvn -pl distribution -am package leaves it as distribution/target/keywright");
        }
        try {
            Path said = Files.createTempFile("keywright-", ".txt");
            Process process = start(command(script, settings), said.toFile());
            return new EmulatorProcess(process, readyUrl(process, said), said);
        } catch (IOException e) {
            throw new EmulatorNotStartedException("the program at " + home + " cannot be run: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path script, Map<String, String> settings) {
        List<String> command = new ArrayList<>(
                // Its standard input ends with this JVM, however that ends, and the emulator with it.
                List.of(script.toString(), "emulate", "--stop-with-stdin", "--port", "0"));
        settings.forEach((name, value) -> {
            String flag = "--" + name.replace('_', '-');
            // A switch has no value on the command line.
            command.addAll(value.equals("true") ? List.of(flag) : List.of(flag, value));
        });
        return command;
    }

    private static Process start(List<String> command, File said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(said);
        // What this machine has set for a server of its own must not reach the test's; the start script's own may.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KEYWRIGHT_") && !name.matches("KEYWRIGHT_(JAVA|JVM)(_.*)?"));
        return builder.start();
    }

    private static URI readyUrl(Process process, Path said) throws IOException {
        Executor later = CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> patience = CompletableFuture.runAsync(process::destroyForcibly, later);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            // Ends when the line is there or the process is gone.
            Optional<String> line = Optional.ofNullable(out.readLine());
            if (line.isPresent() && line.get().startsWith(READY)) {
                return URI.create(line.get().substring(READY.length()));
            }
        } finally {
            patience.cancel(false);
        }
        String sentence = Files.readString(said).strip();
        EmulatorProcess.end(process, said);
        throw new EmulatorNotStartedException(
                sentence.isEmpty() ? "the emulator was not ready within " + PATIENCE_SECONDS + " seconds" : sentence);
    }
}
