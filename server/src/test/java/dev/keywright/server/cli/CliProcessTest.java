package dev.keywright.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The command line in a process of its own, as a supervisor sees it. */
class CliProcessTest {
    /** What runs there: a server that says on standard error when it was closed. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            FakeServer server = new FakeServer(Optional.empty(), () -> System.err.println("closed"));
            System.exit(new Cli(server, StopSignal.ofTheProcess(), Map.of(), System.out, System.err).run(arguments));
        }
    }

    @Test
    void whenAskedToEndItStopsTheServerAndExitsWithZero() throws Exception {
        Process process = start("emulate", "--port", "0");
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            assertThat(out.readLine()).isEqualTo("Keywright is ready on http://127.0.0.1:0");

            // Process.destroy would also close its streams.
            assertThat(process.toHandle().destroy()).isTrue();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
            assertThat(err.readAllLines()).containsExactly("closed");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void toldToStopWithStandardInputItDoesSoWhenThatEnds() throws Exception {
        Process process = start("emulate", "--port", "0", "--stop-with-stdin");
        try (BufferedReader out = process.inputReader();
                BufferedReader err = process.errorReader()) {
            assertThat(out.readLine()).startsWith("Keywright is ready on ");

            process.outputWriter().append("not looked at").close();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(err.readAllLines()).containsExactly("closed");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aMistakeEndsItWithTwo() throws Exception {
        Process process = start("emulate", "--port", "x");
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.readAllLines())
                    .containsExactly(
                            "keywright: port (flag --port) should be a whole number from 0 to 65535, instead is"
                                    + " \"x\"");
            assertThat(process.waitFor()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName());
        builder.command().addAll(List.of(arguments));
        return builder.start();
    }
}
