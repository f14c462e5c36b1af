package dev.keywright.server.cli;

import dev.keywright.protocol.Clip;
import dev.keywright.server.document.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line. */
final class Mistake {
    private Mistake() {}

    static String sentence(ParameterException mistake) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        return switch (mistake) {
            case UnmatchedArgumentException unmatched ->
                unknown(command, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> missing(command, missing.getMissing());
            case OverwrittenOptionException twice -> name(List.of(twice.getOverwritten())) + " is given twice";
            default -> Clip.text(String.valueOf(mistake.getMessage()), 200);
        };
    }

    private static String missing(CommandSpec command, List<ArgSpec> arguments) {
        return arguments.getFirst() instanceof OptionSpec option
                ? option.longestName() + " should be followed by a value"
                : command.qualifiedName() + " should be followed by "
                        + arguments.getFirst().paramLabel();
    }

    private static String name(List<? extends ArgSpec> arguments) {
        return arguments.getFirst() instanceof OptionSpec option
                ? option.longestName()
                : arguments.getFirst().paramLabel();
    }

    private static String unknown(CommandSpec command, String argument) {
        String name = argument.startsWith("-") ? argument.replaceFirst("=.*", "") : argument;
        String shown = Clip.name(name);
        Optional<String> elsewhere = commandWith(name, command);
        if (elsewhere.isPresent()) {
            return shown + " is an option of keywright " + elsewhere.get() + " alone";
        }
        if (name.startsWith("-")) {
            return shown + " is not an option of " + command.qualifiedName() + "; the nearest one is "
                    + Nearest.to(name, command.optionsMap().keySet()).orElse("--help");
        }
        return command.subcommands().isEmpty()
                ? shown + " is one argument too many for " + command.qualifiedName()
                : shown + " is not a command; the nearest one is "
                        + Nearest.to(name, command.subcommands().keySet()).orElse("--help");
    }

    /** The one command that has the option, when it is another. */
    private static Optional<String> commandWith(String option, CommandSpec command) {
        List<String> others = command.root().subcommands().entrySet().stream()
                .filter(other -> other.getValue().getCommandSpec().optionsMap().containsKey(option))
                .map(Map.Entry::getKey)
                .filter(word -> !word.equals(Syntax.CONFIG))
                .filter(word -> !command.root().equals(command))
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }
}
