package dev.keywright.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a title, written as Markdown whose columns line up, so that it reads in a terminal and in a README alike.
 * The first column is text and keeps left; the others are figures and keep right.
 */
public final class Table {
    private static final int NARROWEST = 3;

    private final String title;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(String title, String... header) {
        this.title = title;
        this.header = List.of(header);
    }

    /** Adds a row, which has as many cells as the header. */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row of this table has " + header.size() + " cells");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The table as Markdown, ending in a line break. */
    public String markdown() {
        StringBuilder text = new StringBuilder("**").append(title).append("**\n\n");
        line(text, header);
        for (int column = 0; column < header.size(); column++) {
            int width = width(column);
            text.append('|').append(column == 0 ? "-".repeat(width + 2) : "-".repeat(width + 1) + ":");
        }
        text.append("|\n");
        for (List<String> row : rows) {
            line(text, row);
        }
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = escaped(cells.get(column));
            String padding = " ".repeat(width(column) - cell.length());
            text.append("| ")
                    .append(column == 0 ? cell + padding : padding + cell)
                    .append(' ');
        }
        text.append("|\n");
    }

    private int width(int column) {
        int width = Math.max(NARROWEST, escaped(header.get(column)).length());
        for (List<String> row : rows) {
            width = Math.max(width, escaped(row.get(column)).length());
        }
        return width;
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|");
    }
}
