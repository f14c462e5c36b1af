package dev.keywright.server.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/**
 * What may be written after a word of the command line.
 *
 * @param words all the words that lead here, {@code keywright world check}
 * @param description one sentence for its help
 * @param operand what follows that is no option, if anything may
 * @param commands the words that may follow instead, each made when it is asked for
 * @param meaning what is asked for by a command line that was taken, which leads no further
 */
record CommandSyntax(
        String words,
        String description,
        Options options,
        Optional<Operand> operand,
        Map<String, Supplier<CommandSyntax>> commands,
        Function<CommandLine, Request> meaning) {
    /** An argument that is told by its place. */
    record Operand(String label, String description, boolean required) {}

    /** Whether another word is to follow. */
    boolean isGroup() {
        return !commands.isEmpty();
    }

    /** The command of a word that follows. */
    Optional<CommandSyntax> command(String word) {
        return Optional.ofNullable(commands.get(word)).map(Supplier::get);
    }
}
