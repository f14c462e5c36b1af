package dev.keywright.server.wire;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.settings.SettingsReader;
import dev.keywright.server.settings.SettingsReading;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real server on a free port of this machine, and what it says on its terminal. */
final class TestServer implements AutoCloseable {
    private final Keywright server;
    private final ByteArrayOutputStream terminal;
    private final int port;
    private final String origin;

    private TestServer(Keywright server, ByteArrayOutputStream terminal, Settings settings) {
        this.server = server;
        this.origin = settings.publicUrl().map(URI::toString).orElse(server.url());
        this.terminal = terminal;
        this.port = URI.create(server.url()).getPort();
    }

    /** The emulator with these settings, given as pairs of name and value. */
    static TestServer emulate(String... settings) {
        return start(Command.EMULATE, settings);
    }

    /** The production server with these settings. */
    static TestServer serve(String... settings) {
        return start(Command.SERVE, settings);
    }

    private static TestServer start(Command command, String... pairs) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        try {
            PrintStream printed = new PrintStream(terminal, true, StandardCharsets.UTF_8);
            Settings settings = settings(command, pairs);
            return new TestServer(Keywright.start(settings, printed), terminal, settings);
        } catch (StartRefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** Why the production server does not start with these settings. */
    static String whyItDoesNotServe(String... pairs) {
        PrintStream printed = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Keywright started = Keywright.start(settings(Command.SERVE, pairs), printed)) {
            throw new AssertionError("it serves on " + started.url());
        } catch (StartRefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Settings settings(Command command, String... pairs) throws StartRefusedException {
        Map<Setting<?>, String> flags = new HashMap<>(Map.of(setting("port"), "0"));
        for (int i = 0; i < pairs.length; i += 2) {
            flags.put(setting(pairs[i]), pairs[i + 1]);
        }
        return switch (SettingsReader.read(command, flags, Map.of())) {
            case SettingsReading.Understood(var settings, var inForce) -> settings;
            case SettingsReading.Refused(String sentence) -> throw new StartRefusedException(sentence);
        };
    }

    private static Setting<?> setting(String name) {
        return Catalogue.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return port;
    }

    /** The port at which it shows its metrics. */
    int metricsPort() {
        return server.metricsPort().orElseThrow();
    }

    String url() {
        return server.url();
    }

    /** The origin of its pages: that of its public URL, when the settings name one. */
    String origin() {
        return origin;
    }

    Call call(String method, String target) {
        return new Call(port, method, target);
    }

    Call get(String target) {
        return call("GET", target);
    }

    Call post(String target) {
        return call("POST", target);
    }

    /** Everything that was printed so far. */
    String terminal() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    /** The lines that explain refusals, in order. */
    List<String> refusals() {
        return terminal().lines().filter(line -> line.startsWith("refused ")).toList();
    }

    /** The emulator with a clock that stands still until it is advanced. */
    static TestServer withStillClock(String... settings) {
        return emulate(TestWorld.with(settings, "seed", "1"));
    }

    /** Moves the clock. */
    void advance(Duration duration) {
        post("/emulator/clock").json(Map.of("advance", duration.toString())).send();
    }

    Instant now() {
        return Instant.parse(get("/emulator/clock").send().field("now"));
    }

    @Override
    public void close() {
        server.close();
    }
}
