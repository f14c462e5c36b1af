package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.cli.CommandSyntax.Operand;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The commands and their options, made from the catalogue of settings. */
final class Syntax {
    static final String HELP = "help";
    static final String VERSION = "version";
    private static final String PRINT_WORLD = "print-world";
    private static final String STOP_WITH_STDIN = "stop-with-stdin";

    private Syntax() {}

    /** All there is. */
    static CommandSyntax keywright() {
        Map<String, Supplier<CommandSyntax>> commands = new LinkedHashMap<>();
        commands.put(Command.EMULATE.word(), Syntax::emulate);
        commands.put(Command.SERVE.word(), Syntax::serve);
        commands.put("config", Syntax::config);
        commands.put("world", Syntax::world);
        commands.put("keys", KeySyntax::keys);
        commands.put("backup", BackupSyntax::backup);
        commands.put("restore", BackupSyntax::restore);
        return new CommandSyntax(
                "keywright",
                "A self-hosted OAuth 2.0 authorization server that speaks Notion's token API.",
                options().addOption(option(VERSION, "print the version")),
                Optional.empty(),
                commands,
                given -> new Request.Wrong(
                        "a command should follow: emulate, serve, config, world, keys, backup or restore; see keywright"
                                + " --help"));
    }

    /** The commands that start a server. */
    static List<CommandSyntax> starting() {
        return List.of(emulate(), serve());
    }

    private static CommandSyntax emulate() {
        Options options = options()
                .addOption(option(
                        PRINT_WORLD,
                        "print the world that it would start with as a world file, every id filled in, and exit"))
                .addOption(option(
                        STOP_WITH_STDIN,
                        "stop when standard input ends, and so never outlive the program that started it"));
        return new CommandSyntax(
                "keywright emulate",
                "Runs the server for developers of connections: clean at each start, repeatable, with faults on demand.",
                withSettings(options, List.of(Command.EMULATE)),
                Optional.empty(),
                Map.of(),
                given -> given.hasOption(PRINT_WORLD)
                        ? new Request.PrintWorld(flags(given))
                        : new Request.Start(Command.EMULATE, flags(given), given.hasOption(STOP_WITH_STDIN)));
    }

    private static CommandSyntax serve() {
        return new CommandSyntax(
                "keywright serve",
                "Runs the server for production.",
                withSettings(options(), List.of(Command.SERVE)),
                Optional.empty(),
                Map.of(),
                given -> new Request.Start(Command.SERVE, flags(given), false));
    }

    private static CommandSyntax config() {
        return new CommandSyntax(
                "keywright config",
                "Shows each setting with its value and where it came from, for the command that is named.",
                withSettings(options(), List.of(Command.values())),
                Optional.of(new Operand("emulate|serve", "the command; serve when left out", false)),
                Map.of(),
                given -> listing(given.getArgList().stream().findFirst().orElse(Command.SERVE.word()), flags(given)));
    }

    private static CommandSyntax world() {
        Map<String, Supplier<CommandSyntax>> commands = new LinkedHashMap<>();
        commands.put("check", Syntax::checkWorld);
        commands.put("schema", Syntax::worldSchema);
        return new CommandSyntax(
                "keywright world",
                "Checks world files, and helps to write them.",
                options(),
                Optional.empty(),
                commands,
                given -> new Request.Wrong("world should be followed by check or schema; see keywright world --help"));
    }

    private static CommandSyntax checkWorld() {
        return new CommandSyntax(
                "keywright world check",
                "Reads a world file as emulate does, and says what is in it, or what is wrong.",
                options(),
                Optional.of(new Operand("FILE", "the world file", true)),
                Map.of(),
                given -> new Request.CheckWorld(given.getArgList().getFirst()));
    }

    private static CommandSyntax worldSchema() {
        return new CommandSyntax(
                "keywright world schema",
                "Prints the JSON Schema of world files, for editors.",
                options(),
                Optional.empty(),
                Map.of(),
                given -> new Request.PrintWorldSchema());
    }

    /** The options of every command. */
    static Options options() {
        return new Options()
                .addOption(Option.builder("h")
                        .longOpt(HELP)
                        .desc("print this help")
                        .get());
    }

    private static Option option(String name, String description) {
        return Option.builder().longOpt(name).desc(description).get();
    }

    private static Options withSettings(Options options, List<Command> commands) {
        for (Setting<?> setting : Catalogue.all()) {
            if (commands.stream().anyMatch(setting::isFor)) {
                options.addOption(option(setting, commands));
            }
        }
        return options;
    }

    /** The option that gives a setting of these commands. */
    static Option option(Setting<?> setting, List<Command> commands) {
        Option option = option(name(setting), described(setting, commands));
        if (!setting.isSwitch()) {
            option.setArgs(1);
            option.setArgName(setting.placeholder());
        }
        return option;
    }

    private static String name(Setting<?> setting) {
        return setting.flag().substring("--".length());
    }

    private static String described(Setting<?> setting, List<Command> commands) {
        List<String> defaults = commands.stream()
                .flatMap(command -> setting.defaultFor(command).stream())
                .distinct()
                .toList();
        return setting.description() + " (" + setting.variable()
                + (defaults.size() == 1 ? ", default " + defaults.getFirst() : "") + ")";
    }

    /** The settings that a command line gives. */
    static Map<Setting<?>, String> flags(CommandLine given) {
        Map<Setting<?>, String> flags = new LinkedHashMap<>();
        for (Setting<?> setting : Catalogue.all()) {
            if (given.hasOption(name(setting))) {
                flags.put(setting, setting.isSwitch() ? "true" : given.getOptionValue(name(setting)));
            }
        }
        return flags;
    }

    private static Request listing(String word, Map<Setting<?>, String> flags) {
        return Arrays.stream(Command.values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .<Request>map(command -> new Request.ListSettings(command, flags))
                .orElseGet(() -> new Request.Wrong(
                        "config should be followed by emulate or serve, instead is \"" + Clip.name(word) + '"'));
    }
}
