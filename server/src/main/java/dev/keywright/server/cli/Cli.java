package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.keys.KeyFile;
import dev.keywright.server.packaged.Version;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.settings.SettingsReader;
import dev.keywright.server.settings.SettingsReading;
import dev.keywright.server.world.WorldSchema;
import dev.keywright.server.world.WorldWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The command {@code keywright}. Standard output carries what was asked for and nothing else: the ready line, a world
 * file or what is in one, the settings, the help. What is wrong is said in one line on standard error.
 */
public final class Cli {
    /** All went well, and the server, if one was started, was stopped in order. */
    public static final int OK = 0;

    /** The command line, a setting or what a setting names is wrong; nothing was started. */
    public static final int REFUSED = 2;

    private static final int LONGEST_SENTENCE = 2000;

    private final Launcher launcher;
    private final StopSignal stopSignal;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** A command line that starts servers by {@code launcher}; {@code environment} is all variables there are. */
    public Cli(
            Launcher launcher,
            StopSignal stopSignal,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        this.launcher = launcher;
        this.stopSignal = stopSignal;
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments ask for, and gives the exit status. Starting a server, it returns when that has stopped. */
    public int run(String... arguments) {
        try {
            return switch (RequestReader.read(arguments)) {
                case Request.Help(String text) -> print(text);
                case Request.Version() -> print("keywright " + Version.text() + "\n");
                case Request.Start(Command command, var flags, boolean stopsWithStdin) ->
                    start(settings(command, flags).settings(), stopsWithStdin);
                case Request.PrintWorld(var flags) ->
                    printWorld(settings(Command.EMULATE, flags).settings());
                case Request.CheckWorld(String file) -> checkWorld(file);
                case Request.PrintWorldSchema() -> print(WorldSchema.text());
                case Request.Keys(KeyAction action, var flags) ->
                    print(new KeyCommand(
                                    new KeyFile(settings(Command.SERVE, flags)
                                            .settings()
                                            .keysFolder()),
                                    launcher.random())
                            .run(action));
                case Request.Backup(Path file, var flags) ->
                    print(new BackupCommand(settings(Command.SERVE, flags).settings()).run(file));
                case Request.Restore(Path file, var flags) ->
                    print(new RestoreCommand(settings(Command.SERVE, flags).settings(), launcher.random()).run(file));
                case Request.ListSettings(Command command, var flags) ->
                    print(listing(settings(command, flags).inForce()));
                case Request.Wrong(String sentence) -> throw new StartRefusedException(sentence);
            };
        } catch (StartRefusedException e) {
            err.println("keywright: " + Clip.text(e.sentence(), LONGEST_SENTENCE));
            err.flush();
            return REFUSED;
        }
    }

    private SettingsReading.Understood settings(Command command, Map<Setting<?>, String> flags)
            throws StartRefusedException {
        return switch (SettingsReader.read(command, flags, environment)) {
            case SettingsReading.Understood understood -> understood;
            case SettingsReading.Refused(String sentence) -> throw new StartRefusedException(sentence);
        };
    }

    private int start(Settings settings, boolean stopsWithStdin) throws StartRefusedException {
        Running running = launcher.launch(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        // Before the ready line: whoever reads it may stop the server at once.
        stopSignal.onStop(() -> {
            try {
                running.close();
            } finally {
                stopped.countDown();
            }
        });
        if (stopsWithStdin) {
            StopSignal.sendWhenEnded(System.in);
        }
        print("Keywright is ready on " + running.url() + "\n");
        try {
            stopped.await();
        } catch (InterruptedException e) {
            running.close();
            Thread.currentThread().interrupt();
        }
        return OK;
    }

    private int printWorld(Settings settings) throws StartRefusedException {
        return print(WorldWriter.yaml(launcher.world(settings)));
    }

    private int checkWorld(String file) throws StartRefusedException {
        Settings settings =
                settings(Command.EMULATE, Map.of(Catalogue.WORLD, file)).settings();
        return print(file + " is a world of " + WorldSummary.of(launcher.world(settings)) + "\n");
    }

    private static String listing(List<SettingsReading.InForce> inForce) {
        int names = 0;
        int values = 0;
        for (SettingsReading.InForce row : inForce) {
            names = Math.max(names, row.setting().name().length());
            values = Math.max(values, value(row).length());
        }
        StringBuilder listing = new StringBuilder();
        for (SettingsReading.InForce row : inForce) {
            listing.append(padded(row.setting().name(), names))
                    .append("  ")
                    .append(padded(value(row), values))
                    .append("  ")
                    .append(row.source().words())
                    .append('\n');
        }
        return listing.toString();
    }

    private static String value(SettingsReading.InForce row) {
        return row.value().orElse("none");
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** In UTF-8 whatever the locale: a world has emoji in it, and files made from this output are read as UTF-8. */
    private int print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return OK;
    }
}
