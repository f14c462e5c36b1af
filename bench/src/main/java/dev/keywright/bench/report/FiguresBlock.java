package dev.keywright.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that figures are written into: between two comments that stay where they are. */
public final class FiguresBlock {
    private final String start;
    private final String end;

    /** The block between the comments of this name. */
    public FiguresBlock(String name) {
        this.start = "<!-- " + name + " -->";
        this.end = "<!-- /" + name + " -->";
    }

    /** Replaces the block of a file, and nothing else of it. */
    public void rewrite(Path file, String figures) throws IOException {
        Files.writeString(file, replaced(Files.readString(file), figures));
    }

    String replaced(String document, String figures) {
        int from = document.indexOf(start);
        int to = document.indexOf(end);
        if (from < 0 || to < from || document.indexOf(start, from + 1) >= 0) {
            throw new IllegalArgumentException("the document needs one " + start + " and, after it, " + end);
        }
        return document.substring(0, from + start.length()) + "\n" + figures.strip() + "\n" + document.substring(to);
    }
}
