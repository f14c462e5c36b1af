package dev.keywright.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs as a process of its own, from its ready line to its end. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile(".* is ready on http://([^:/]+):(\\d+).*");
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");
    private static final Pattern RSS = Pattern.compile("(?m)^Rss:\\s+(\\d+) kB$");
    private static final int BYTES_PER_KIB = 1024;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final InetSocketAddress address;
    private final Duration startTime;

    private ServerProcess(Process process, InetSocketAddress address, Duration startTime) {
        this.process = process;
        this.address = address;
        this.startTime = startTime;
    }

    /** Starts a server and waits for its ready line; fails when it ends before. Its errors go to this process's. */
    public static ServerProcess start(List<String> command) throws IOException {
        return start(command, ProcessBuilder.Redirect.INHERIT);
    }

    /** The same, with what it writes to its standard error going to a file. */
    public static ServerProcess start(List<String> command, Path errors) throws IOException {
        return start(command, ProcessBuilder.Redirect.to(errors.toFile()));
    }

    private static ServerProcess start(List<String> command, ProcessBuilder.Redirect errors) throws IOException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Duration startTime = Duration.ofNanos(System.nanoTime() - before);
                Thread.ofVirtual().start(() -> readOn(output));
                return new ServerProcess(
                        process, new InetSocketAddress(ready.group(1), Integer.parseInt(ready.group(2))), startTime);
            }
            line = output.readLine();
        }
        process.destroyForcibly();
        throw new IOException("the server ended before it was ready: " + String.join(" ", command));
    }

    /** So that the server never waits for somebody to read what it writes. */
    private static void readOn(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // closed: the server was asked to end
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** From before the process was made to its ready line. */
    public Duration startTime() {
        return startTime;
    }

    /** How long it has kept cores busy, from its start: other work on the machine does not change it. */
    public Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its memory in bytes, with a fair share of what it has in common with others (PSS). */
    public long memory() throws IOException {
        return kibibytes(PSS);
    }

    /** Its memory in bytes as if it ran alone: what it has in common with others counts whole (RSS). */
    public long memoryAlone() throws IOException {
        return kibibytes(RSS);
    }

    private long kibibytes(Pattern line) throws IOException {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        Matcher found = line.matcher(Files.readString(rollup));
        if (!found.find()) {
            throw new IOException(rollup + " has no line " + line);
        }
        return Long.parseLong(found.group(1)) * BYTES_PER_KIB;
    }

    /** Asks it to end, and ends it when it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
