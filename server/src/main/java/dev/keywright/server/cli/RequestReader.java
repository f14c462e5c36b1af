package dev.keywright.server.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** Reads what a command line asks for, word by word. */
final class RequestReader {
    private RequestReader() {}

    /** What these arguments ask for. */
    static Request read(String... arguments) {
        return read(Syntax.keywright(), List.of(arguments), false);
    }

    /** Help that was asked for before a word is the help of that word. */
    private static Request read(CommandSyntax command, List<String> arguments, boolean helpIsWanted) {
        CommandLine given;
        try {
            given = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get()
                    .parse(command.options(), arguments.toArray(String[]::new), command.isGroup());
        } catch (ParseException e) {
            return new Request.Wrong(Mistake.sentence(command, e));
        }
        boolean help = helpIsWanted || given.hasOption(Syntax.HELP);
        List<String> operands = given.getArgList();
        if (command.isGroup() && !operands.isEmpty()) {
            Optional<CommandSyntax> next = command.command(operands.getFirst());
            return next.isPresent()
                    ? read(next.get(), operands.subList(1, operands.size()), help)
                    : new Request.Wrong(Mistake.unknown(command, operands.getFirst()));
        }
        if (help) {
            return new Request.Help(HelpText.of(command));
        }
        if (given.hasOption(Syntax.VERSION)) {
            return new Request.Version();
        }
        return mistake(command, given)
                .<Request>map(Request.Wrong::new)
                .orElseGet(() -> command.meaning().apply(given));
    }

    private static Optional<String> mistake(CommandSyntax command, CommandLine given) {
        Set<String> seen = new HashSet<>();
        for (Option option : given.getOptions()) {
            if (!seen.add(option.getLongOpt())) {
                return Optional.of("--" + option.getLongOpt() + " is given twice");
            }
        }
        List<String> operands = given.getArgList();
        int most = command.operand().isPresent() ? 1 : 0;
        if (operands.size() > most) {
            return Optional.of(Mistake.unknown(command, operands.get(most)));
        }
        return operands.isEmpty()
                ? command.operand()
                        .filter(CommandSyntax.Operand::required)
                        .map(missing -> command.words() + " should be followed by " + missing.label())
                : Optional.empty();
    }
}
