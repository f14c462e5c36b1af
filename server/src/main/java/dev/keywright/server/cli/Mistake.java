package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.document.Nearest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Says in one sentence what is wrong with a command line. */
final class Mistake {
    private Mistake() {}

    static String sentence(CommandSyntax command, ParseException mistake) {
        return switch (mistake) {
            case UnrecognizedOptionException unrecognized -> unknown(command, unrecognized.getOption());
            case MissingArgumentException missing ->
                "--" + missing.getOption().getLongOpt() + " should be followed by a value";
            default -> Clip.text(String.valueOf(mistake.getMessage()), 200);
        };
    }

    /** Of an argument that cannot stand where it stands. */
    static String unknown(CommandSyntax command, String argument) {
        String name = argument.startsWith("-") ? argument.replaceFirst("=.*", "") : argument;
        String shown = Clip.name(name);
        if (!name.startsWith("-")) {
            return command.isGroup()
                    ? shown + " is not a command; the nearest one is "
                            + Nearest.to(name, command.commands().keySet()).orElse("--help")
                    : shown + " is one argument too many for " + command.words();
        }
        if (command.options().hasLongOption(name)) {
            return shown + " takes no value; it should be " + shown + " alone";
        }
        return commandWith(name, command)
                .map(other -> shown + " is an option of " + other + " alone")
                .orElseGet(() -> shown + " is not an option of " + command.words() + "; the nearest one is "
                        + Nearest.to(name, names(command.options())).orElse("--help"));
    }

    private static List<String> names(Options options) {
        return options.getOptions().stream().flatMap(Mistake::names).toList();
    }

    private static Stream<String> names(Option option) {
        return Stream.of(option.getOpt(), option.getLongOpt())
                .filter(Objects::nonNull)
                .map(name -> (name.length() == 1 ? "-" : "--") + name);
    }

    /** The one command that starts a server and has the option, when the option was given to the other. */
    private static Optional<String> commandWith(String option, CommandSyntax command) {
        List<String> with = Syntax.starting().stream()
                .filter(other -> other.options().hasLongOption(option))
                .map(CommandSyntax::words)
                .toList();
        return Optional.of(with)
                .filter(found -> found.size() == 1 && !command.isGroup())
                .map(List::getFirst);
    }
}
