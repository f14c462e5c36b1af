package dev.keywright.distribution.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How one block is held against the program: a line of {@code blocks.txt}, whose head says what there is.
 *
 * @param begin what the block begins with; nothing for what is done before the first block of a document
 * @param what what more there is to say, as each kind needs it
 */
record Treatment(String document, String begin, Kind kind, String what) {
    /** What can be done with a block. */
    enum Kind {
        BEFORE,
        RUN,
        FAILS,
        ANSWER,
        TEXT,
        SETTINGS,
        WORLD,
        FLAGS,
        QUOTES,
        TESTED,
        UNTESTED
    }

    boolean isOf(Block block) {
        return kind != Kind.BEFORE
                && document.equals(block.document())
                && block.firstLine().startsWith(begin);
    }

    /** The whole table. */
    static List<Treatment> all() throws IOException {
        try (InputStream table = Optional.ofNullable(Treatment.class.getResourceAsStream("blocks.txt"))
                .orElseThrow()) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Treatment::read)
                    .toList();
        }
    }

    private static Treatment read(String line) {
        String[] columns = line.split(" \\| ", 4);
        return new Treatment(
                columns[0].strip(),
                columns[1].strip(),
                Kind.valueOf(columns[2].strip()),
                columns.length == 4 ? columns[3].strip() : "");
    }
}
