package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.settings.Catalogue;
import dev.keywright.server.settings.Command;
import dev.keywright.server.settings.Setting;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands and their flags, made from the catalogue of settings: nothing is found by reflection, which takes time. */
final class Syntax {
    private static final String PRINT_WORLD = "--print-world";
    private static final String STOP_WITH_STDIN = "--stop-with-stdin";
    static final String CONFIG = "config";
    private static final String WORLD = "world";
    private static final String CHECK = "check";
    private static final String SCHEMA = "schema";
    private static final int WIDTH = 110;

    /** Each command by its word, to be made when it is asked for: making all of them takes a tenth of a second. */
    private static final Map<String, Supplier<CommandSpec>> COMMANDS = commands();

    private Syntax() {}

    private static Map<String, Supplier<CommandSpec>> commands() {
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put(Command.EMULATE.word(), Syntax::emulate);
        commands.put(Command.SERVE.word(), Syntax::serve);
        commands.put(CONFIG, Syntax::config);
        commands.put(WORLD, Syntax::world);
        return commands;
    }

    private static CommandLine keywright(Collection<String> words) {
        CommandSpec keywright =
                spec("keywright", "A self-hosted OAuth 2.0 authorization server that speaks Notion's token API.");
        keywright.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("print the version")
                .build());
        COMMANDS.forEach((word, command) -> {
            if (words.contains(word)) {
                keywright.addSubcommand(word, command.get());
            }
        });
        // An argument that begins with @ is an argument, not the name of a file with more of them.
        return new CommandLine(keywright).setExpandAtFiles(false);
    }

    private static CommandSpec serve() {
        return withSettings(spec("serve", "Runs the server for production."), List.of(Command.SERVE));
    }

    private static CommandSpec emulate() {
        CommandSpec spec = spec(
                "emulate",
                "Runs the server for developers of connections: clean at each start, repeatable, with faults on demand.");
        spec.addOption(OptionSpec.builder(PRINT_WORLD)
                .type(Boolean.class)
                .arity("0")
                .description("print the world that it would start with as a world file, every id filled in, and exit")
                .build());
        spec.addOption(OptionSpec.builder(STOP_WITH_STDIN)
                .type(Boolean.class)
                .arity("0")
                .description("stop when standard input ends, and so never outlive the program that started it")
                .build());
        return withSettings(spec, List.of(Command.EMULATE));
    }

    private static CommandSpec config() {
        CommandSpec spec = spec(
                CONFIG, "Shows each setting with its value and where it came from, for the command that is named.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("emulate|serve")
                .type(String.class)
                .arity("0..1")
                .description("the command; serve when left out")
                .build());
        return withSettings(spec, List.of(Command.values()));
    }

    private static CommandSpec world() {
        CommandSpec check =
                spec(CHECK, "Reads a world file as emulate does, and says what is in it, or what is wrong.");
        check.addPositional(PositionalParamSpec.builder()
                .paramLabel("FILE")
                .type(String.class)
                .arity("1")
                .required(true)
                .description("the world file")
                .build());
        CommandSpec world = spec(WORLD, "Checks world files, and helps to write them.");
        world.addSubcommand(CHECK, check);
        world.addSubcommand(SCHEMA, spec(SCHEMA, "Prints the JSON Schema of world files, for editors."));
        return world;
    }

    private static CommandSpec spec(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(description)
                .width(WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true);
        spec.addOption(OptionSpec.builder("--help", "-h")
                .usageHelp(true)
                .description("print this help")
                .build());
        return spec;
    }

    private static CommandSpec withSettings(CommandSpec spec, List<Command> commands) {
        for (Setting<?> setting : Catalogue.all()) {
            if (commands.stream().noneMatch(setting::isFor)) {
                continue;
            }
            OptionSpec.Builder option = OptionSpec.builder(setting.flag()).description(described(setting, commands));
            spec.addOption(
                    setting.isSwitch()
                            ? option.type(Boolean.class).arity("0").build()
                            : option.type(String.class)
                                    .arity("1")
                                    .paramLabel(setting.placeholder())
                                    .build());
        }
        return spec;
    }

    private static String described(Setting<?> setting, List<Command> commands) {
        List<String> defaults = commands.stream()
                .flatMap(command -> setting.defaultFor(command).stream())
                .distinct()
                .toList();
        return setting.description() + " (" + setting.variable()
                + (defaults.size() == 1 ? ", default " + defaults.getFirst() : "") + ")";
    }

    /** What these arguments ask for. */
    static Request read(String... arguments) {
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            try {
                return understood(keywright(Set.of(arguments[0])).parseArgs(arguments));
            } catch (ParameterException e) {
                // What is wrong is said below, by what knows the other commands too.
            }
        }
        try {
            return understood(keywright(COMMANDS.keySet()).parseArgs(arguments));
        } catch (ParameterException e) {
            return new Request.Wrong(Mistake.sentence(e));
        }
    }

    private static Request understood(ParseResult whole) {
        ParseResult asked = whole;
        boolean help = whole.isUsageHelpRequested();
        while (asked.hasSubcommand()) {
            asked = asked.subcommand();
            help |= asked.isUsageHelpRequested();
        }
        CommandSpec spec = asked.commandSpec();
        if (help) {
            return new Request.Help(spec.commandLine().getUsageMessage(Ansi.OFF));
        }
        if (whole.isVersionHelpRequested()) {
            return new Request.Version();
        }
        Map<Setting<?>, String> flags = flags(asked);
        return switch (spec.name()) {
            case "emulate" ->
                asked.hasMatchedOption(PRINT_WORLD)
                        ? new Request.PrintWorld(flags)
                        : new Request.Start(Command.EMULATE, flags, asked.hasMatchedOption(STOP_WITH_STDIN));
            case "serve" -> new Request.Start(Command.SERVE, flags, false);
            case CONFIG -> listing(asked.matchedPositionalValue(0, Command.SERVE.word()), flags);
            case WORLD -> new Request.Wrong("world should be followed by check or schema; see keywright world --help");
            case CHECK -> new Request.CheckWorld(asked.matchedPositionalValue(0, ""));
            case SCHEMA -> new Request.PrintWorldSchema();
            default ->
                new Request.Wrong("a command should follow: emulate, serve, config or world; see keywright --help");
        };
    }

    private static Request listing(String word, Map<Setting<?>, String> flags) {
        return Arrays.stream(Command.values())
                .filter(command -> command.word().equals(word))
                .findFirst()
                .<Request>map(command -> new Request.ListSettings(command, flags))
                .orElseGet(() -> new Request.Wrong(
                        "config should be followed by emulate or serve, instead is \"" + Clip.name(word) + '"'));
    }

    private static Map<Setting<?>, String> flags(ParseResult asked) {
        Map<Setting<?>, String> flags = new LinkedHashMap<>();
        for (Setting<?> setting : Catalogue.all()) {
            Optional.ofNullable(asked.matchedOption(setting.flag()))
                    .ifPresent(option -> flags.put(setting, String.valueOf(option.<Object>getValue())));
        }
        return flags;
    }
}
