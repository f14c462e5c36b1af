package dev.keywright.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Runs the command line in process. A server that it starts is stopped at once. */
final class Terminal {
    final FakeServer server;
    private final Map<String, String> environment;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Terminal(FakeServer server, Map<String, String> environment) {
        this.server = server;
        this.environment = environment;
    }

    static Terminal with(Map<String, String> environment) {
        return new Terminal(new FakeServer(Optional.empty(), () -> {}), environment);
    }

    static Terminal whoseServerRefuses(String sentence) {
        return new Terminal(new FakeServer(Optional.of(sentence), () -> {}), Map.of());
    }

    int run(String... arguments) {
        StopSignal atOnce = Runnable::run;
        // The locale's charset must not matter.
        PrintStream ascii = new PrintStream(out, true, StandardCharsets.US_ASCII);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Cli(server, atOnce, environment, ascii, errors).run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
