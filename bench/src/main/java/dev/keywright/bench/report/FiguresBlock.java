package dev.keywright.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that figures are written into: between two comments that stay where they are. */
public final class FiguresBlock {
    private static final String START = "<!-- figures -->";
    private static final String END = "<!-- /figures -->";

    private FiguresBlock() {}

    /** Replaces the block of a file, and nothing else of it. */
    public static void rewrite(Path file, String figures) throws IOException {
        Files.writeString(file, replaced(Files.readString(file), figures));
    }

    static String replaced(String document, String figures) {
        int start = document.indexOf(START);
        int end = document.indexOf(END);
        if (start < 0 || end < start || document.indexOf(START, start + 1) >= 0) {
            throw new IllegalArgumentException("the document needs one " + START + " and, after it, " + END);
        }
        return document.substring(0, start + START.length()) + "\n" + figures.strip() + "\n" + document.substring(end);
    }
}
