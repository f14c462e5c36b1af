package dev.keywright.testkit.server;

import dev.keywright.server.Keywright;
import dev.keywright.server.cli.StartRefusedException;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.SettingsReader;
import dev.keywright.server.settings.SettingsReading;
import dev.keywright.testkit.launch.EmulatorLauncher;
import dev.keywright.testkit.launch.EmulatorNotStartedException;
import dev.keywright.testkit.launch.RunningEmulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Starts the server's own classes. What it would say on a terminal is not printed: the journal tells it too. */
public final class InProcessLauncher implements EmulatorLauncher {
    /** What would tell of every start. They are held, because what nobody holds loses its level. */
    private static final List<Logger> TALKATIVE =
            Stream.of("io.helidon", "org.flywaydb").map(Logger::getLogger).toList();

    /** Starts nothing yet, and quietens the loggers of the libraries. */
    public InProcessLauncher() {
        // Where the tests set a level of their own, that stays.
        TALKATIVE.stream()
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(Level.WARNING));
    }

    @Override
    public RunningEmulator launch(Map<String, String> settings) {
        Map<Setting<?>, String> flags = new LinkedHashMap<>(Map.of(setting("port"), "0"));
        settings.forEach((name, value) -> flags.put(setting(name), value));
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            // Without the environment: what this machine has set for a server of its own must not reach the test's.
            return switch (SettingsReader.read(Command.EMULATE, flags, Map.of())) {
                case SettingsReading.Understood(var understood, var _) ->
                    new InProcessEmulator(Keywright.startAmongOthers(understood, silence));
                case SettingsReading.Refused(String sentence) -> throw new EmulatorNotStartedException(sentence);
            };
        } catch (StartRefusedException e) {
            throw new EmulatorNotStartedException(e.sentence(), e);
        }
    }

    private static Setting<?> setting(String name) {
        return Catalogue.all().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EmulatorNotStartedException("the server has no setting " + name));
    }
}
