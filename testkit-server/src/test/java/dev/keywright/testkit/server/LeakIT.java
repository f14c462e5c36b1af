package dev.keywright.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.testkit.Connection;
import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.EmulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Emulators that were stopped leave nothing behind in the JVM: each is started, used and stopped. {@code
 * -Dkeywright.long=true} does it 200 times instead of 30.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LeakIT {
    private static final int ROUNDS = Boolean.getBoolean("keywright.long") ? 200 : 30;

    /** What one emulator that is never let go of takes, at least: its caches and its store. */
    private static final long BYTES_OF_ONE = 50_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is made once, by the first, is no leak. */
    @BeforeAll
    static void once() {
        rounds(3);
    }

    @Test
    void noThreads() {
        List<String> before = threads();

        rounds(ROUNDS);

        eventually(() -> more(threads(), before).isEmpty());
        assertThat(more(threads(), before)).isEmpty();
    }

    @Test
    void noOpenFiles() {
        long before = files(Path.of("/proc/self/fd")).size();

        rounds(ROUNDS);

        eventually(() -> files(Path.of("/proc/self/fd")).size() <= before);
        assertThat(files(Path.of("/proc/self/fd"))).hasSizeLessThanOrEqualTo((int) before);
    }

    @Test
    void noTemporaryFiles() {
        List<String> before = temporaryFiles();

        rounds(ROUNDS);

        assertThat(more(temporaryFiles(), before)).isEmpty();
    }

    @Test
    void noMemory() {
        long before = usedHeap();

        rounds(ROUNDS);

        long bound = before + ROUNDS * BYTES_OF_ONE;
        eventually(() -> usedHeap() < bound);
        assertThat(usedHeap()).isLessThan(bound);
    }

    private static void rounds(int rounds) {
        IntStream.range(0, rounds).forEach(round -> {
            try (Emulator emulator = Emulator.start(EmulatorSettings.defaults().world("worlds/team.yaml"))) {
                Connection connection = emulator.connection();
                assertThat(emulator.authorize(connection).code()).isNotEmpty();
            }
        });
    }

    /** The names of those that are alive, with numbers that count them taken out; the JVM's own pools come and go. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("[0-9]+", "N"))
                .filter(name -> !name.startsWith("ForkJoinPool-") && !name.startsWith("HttpClient-"))
                .sorted()
                .toList();
    }

    private static List<String> temporaryFiles() {
        return files(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("keywright-") || name.contains("sqlite"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> more(List<String> after, List<String> before) {
        List<String> more = new java.util.ArrayList<>(after);
        before.forEach(more::remove);
        return more;
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Threads that were told to stop take their time. */
    private static void eventually(java.util.function.BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }
}
