package dev.keywright.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/** What {@code --help} prints of a command: two columns, in the order of the catalogue. */
final class HelpText {
    private static final int WIDTH = 110;
    private static final int LONGEST_NAME = 28;

    private final StringBuilder text = new StringBuilder();

    private HelpText() {}

    static String of(CommandSyntax command) {
        HelpText help = new HelpText();
        help.text.append("Usage: ").append(command.words()).append(" [OPTIONS]");
        command.operand()
                .ifPresent(operand -> help.text
                        .append(' ')
                        .append(operand.required() ? operand.label() : "[" + operand.label() + "]"));
        help.text.append(command.isGroup() ? " COMMAND\n" : "\n");
        help.text.append(command.description()).append('\n');
        Map<String, String> rows = new LinkedHashMap<>();
        command.operand().ifPresent(operand -> rows.put("      " + operand.label(), operand.description()));
        for (Option option : command.options().getOptions()) {
            rows.put(name(option), option.getDescription());
        }
        help.table(rows);
        if (command.isGroup()) {
            help.text.append("Commands:\n");
            Map<String, String> commands = new LinkedHashMap<>();
            command.commands()
                    .forEach(
                            (word, next) -> commands.put("  " + word, next.get().description()));
            help.table(commands);
        }
        return help.text.toString();
    }

    private static String name(Option option) {
        return (option.getOpt() == null ? "      " : "  -" + option.getOpt() + ", ")
                + "--" + option.getLongOpt()
                + (option.hasArg() ? "=" + option.getArgName() : "");
    }

    /** A name too long for its column has a line of its own. */
    private void table(Map<String, String> rows) {
        int column = rows.keySet().stream()
                        .mapToInt(String::length)
                        .filter(length -> length <= LONGEST_NAME)
                        .max()
                        .orElse(LONGEST_NAME)
                + 2;
        rows.forEach((name, description) -> {
            String first = name;
            if (name.length() >= column) {
                text.append(name).append('\n');
                first = "";
            }
            for (String line : wrapped(description, WIDTH - column)) {
                text.append(first)
                        .append(" ".repeat(column - first.length()))
                        .append(line)
                        .append('\n');
                first = "";
            }
        });
    }

    private static List<String> wrapped(String description, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : description.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
