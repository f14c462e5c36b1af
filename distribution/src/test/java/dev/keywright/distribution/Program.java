package dev.keywright.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program as a process, started as {@code ./keywright} starts it. What it says is in files. */
public final class Program implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("keywright.program"));
    private static final Path LAUNCHER = FOLDER.resolve("run");
    private static final Pattern READY = Pattern.compile("(?m)^Keywright is ready on (\\S+)$");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;
    private String url = "";

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** How it ended. */
    record Ended(int status, String out, String err) {}

    /** Starts it; when this returns it answers. */
    public static Program start(String... arguments) throws IOException, InterruptedException {
        return startBehind(List.of(), Map.of(), arguments);
    }

    /** Starts it behind a command that takes the program's as its last arguments and becomes it. */
    static Program startBehind(List<String> command, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return launch(LAUNCHER, command, environment, arguments).ready(arguments);
    }

    /** The same with another launcher. */
    static Program startFrom(Path launcher, List<String> command, String... arguments)
            throws IOException, InterruptedException {
        return launch(launcher, command, Map.of(), arguments).ready(arguments);
    }

    /** Itself, once it answers. */
    private Program ready(String... arguments) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            boolean over = !process.isAlive() || System.nanoTime() > deadline;
            Matcher ready = READY.matcher(Files.readString(out));
            if (ready.find()) {
                url = ready.group(1);
                return this;
            }
            if (over) {
                close();
                throw new IllegalStateException(
                        "not ready: " + String.join(" ", arguments) + "\n" + Files.readString(err));
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    /** Runs it to its end. */
    static Ended run(String... arguments) throws IOException, InterruptedException {
        return runFrom(LAUNCHER, List.of(), arguments);
    }

    /** The same with another launcher, behind such a command. */
    static Ended runFrom(Path launcher, List<String> command, String... arguments)
            throws IOException, InterruptedException {
        try (Program program = launch(launcher, command, Map.of(), arguments)) {
            return new Ended(program.exitStatus(), Files.readString(program.out), Files.readString(program.err));
        }
    }

    private static Program launch(
            Path launcher, List<String> before, Map<String, String> environment, String... arguments)
            throws IOException {
        Path said = Files.createTempDirectory(Files.createDirectories(FOLDER.resolveSibling("said")), "");
        List<String> command = new ArrayList<>(before);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path out = said.resolve("out");
        Path err = said.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new Program(builder.start(), out, err);
    }

    /** Where it listens. */
    public String url() {
        return url;
    }

    /** What it wrote to standard error so far. */
    public String err() throws IOException {
        return Files.readString(err);
    }

    /** SIGKILL; when this returns it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM; gives the exit status. */
    public int terminate() throws IOException, InterruptedException {
        signal("TERM");
        return exitStatus();
    }

    /** Sends a signal, and does not wait for what comes of it. */
    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " failed");
        }
    }

    /** The exit status, once it has ended. */
    int exitStatus() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
