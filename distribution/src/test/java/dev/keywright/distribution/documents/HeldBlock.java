package dev.keywright.distribution.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A block and how it is held against the program. */
record HeldBlock(Block block, Treatment treatment) {
    private static final Pattern FLAG = Pattern.compile("--[a-z-]+");

    /** What its output goes by. */
    String name() {
        return "line" + block.line();
    }

    /** Adds what has to be run for it. */
    void prepare(Shell shell) throws IOException {
        String file = name() + ".yaml";
        switch (treatment.kind()) {
            case RUN -> {
                shell.add(name() + ".before", treatment.what());
                shell.add(name(), block.text());
            }
            case FAILS -> shell.add(name(), block.text());
            case ANSWER, TEXT -> {
                if (!treatment.what().isEmpty()) {
                    shell.add(name(), treatment.what());
                }
            }
            case SETTINGS -> {
                shell.file(file, block.text());
                shell.add(name(), "env -u KEYWRIGHT_PORT keywright config serve --config " + file);
            }
            case WORLD -> {
                shell.file(file, block.text());
                shell.add(name(), "keywright world check " + file);
            }
            case FLAGS -> shell.add(name(), "keywright emulate --help");
            case BEFORE, QUOTES, TESTED, UNTESTED -> {
                // Nothing is run.
            }
        }
    }

    /** Fails unless it holds; {@code before} has what the block before it printed. */
    void assertHolds(Shell shell, String before) throws IOException {
        String what = treatment.what();
        switch (treatment.kind()) {
            case RUN -> assertThat(shell.output(name())).as(block.place()).matches(output -> !Shell.hasError(output));
            case FAILS ->
                assertThat(shell.output(name()).strip().lines().toList().getLast())
                        .as(block.place())
                        .contains(what);
            case ANSWER ->
                assertThat(Sample.differences(block.text(), shell.output(what.isEmpty() ? before : name())))
                        .as(block.place())
                        .isEmpty();
            case TEXT ->
                assertThat(shell.output(name()))
                        .as(block.place())
                        .matches(printed -> Sample.isPrinted(block.text(), printed));
            case SETTINGS -> assertThat(shell.output(name())).as(block.place()).contains(values());
            case FLAGS -> assertThat(shell.output(name())).as(block.place()).contains(flags());
            case QUOTES ->
                assertThat(Stream.of(what.split(" ", -1)).map(HeldBlock::lines))
                        .as(block.place())
                        .anyMatch(file -> file.contains(stripped(block.text())));
            case TESTED -> assertTested();
            case BEFORE, WORLD, UNTESTED -> {
                // A world that is refused has ended the shell, and the rest says nothing.
            }
        }
    }

    private void assertTested() throws IOException {
        String[] fileAndWords = treatment.what().split(" ", 2);
        String test = Files.readString(Document.ROOT.resolve(fileAndWords[0]));
        if (fileAndWords.length == 1) {
            assertThat(test).as(block.place()).contains(block.document().replaceFirst(".*/", ""));
        } else {
            assertThat(test).as(block.place()).contains(fileAndWords[1]);
            assertThat(block.text().replace(" ", ""))
                    .as(block.place())
                    .contains(fileAndWords[1].replace("\\", "").replace(" ", ""));
        }
    }

    private List<String> values() {
        return block.text()
                .lines()
                .map(line -> line.replaceFirst("^[a-z_]+: *", "").replaceAll("[\\[\\]]", ""))
                .toList();
    }

    private List<String> flags() {
        return FLAG.matcher(block.text()).results().map(flag -> flag.group()).toList();
    }

    private static String lines(String file) {
        try {
            return stripped(Files.readString(Document.ROOT.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stripped(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
