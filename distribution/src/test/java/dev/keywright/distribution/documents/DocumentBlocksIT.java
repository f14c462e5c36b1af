package dev.keywright.distribution.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.distribution.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command and snippet in a document is run, or says in {@code blocks.txt} why it is not. */
class DocumentBlocksIT {
    private static Program emulator;
    private static Program standard;

    @BeforeAll
    static void start() throws Exception {
        emulator = Program.start("emulate", "--port", "0");
        standard = Program.start("emulate", "--port", "0", "--dialect", "standard");
    }

    @AfterAll
    static void stop() {
        emulator.close();
        standard.close();
    }

    private static List<Block> blocks() throws IOException {
        return Document.all().stream()
                .flatMap(document -> document.blocks().stream())
                .toList();
    }

    private static Stream<String> documents() throws IOException {
        return Treatment.all().stream().map(Treatment::document).distinct();
    }

    @Test
    void everyBlockIsAccountedForOnce() throws Exception {
        List<Treatment> treatments = Treatment.all();

        List<String> unaccounted = blocks().stream()
                .filter(block -> treatments.stream()
                                .filter(treatment -> treatment.isOf(block))
                                .count()
                        != 1)
                .map(block -> block.place() + " " + block.firstLine())
                .toList();

        assertThat(unaccounted)
                .as("each has one line in blocks.txt, which says how it is held against the program")
                .isEmpty();
    }

    @Test
    void everyLineOfTheTableIsOfABlock() throws Exception {
        List<Block> blocks = blocks();

        assertThat(Treatment.all())
                .filteredOn(treatment -> treatment.kind() != Treatment.Kind.BEFORE)
                .allSatisfy(treatment -> assertThat(blocks).anyMatch(treatment::isOf));
    }

    @Test
    void whatIsNotRunHasAReason() throws Exception {
        assertThat(Treatment.all())
                .filteredOn(treatment -> treatment.kind() == Treatment.Kind.UNTESTED)
                .allSatisfy(treatment -> assertThat(treatment.what()).contains(" "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void whatADocumentShowsIsSo(String document, @TempDir Path folder) throws Exception {
        // given
        List<Treatment> treatments = Treatment.all().stream()
                .filter(treatment -> treatment.document().equals(document))
                .toList();
        Shell shell = new Shell(
                folder, Map.of("http://127.0.0.1:8787", emulator.url(), "https://auth.example.com", standard.url()));
        for (Treatment treatment : treatments) {
            if (treatment.kind() == Treatment.Kind.BEFORE) {
                shell.add("before", treatment.what());
            }
        }
        List<HeldBlock> held = blocks().stream()
                .flatMap(block -> treatments.stream()
                        .filter(treatment -> treatment.isOf(block))
                        .map(treatment -> new HeldBlock(block, treatment)))
                .toList();

        // when
        for (HeldBlock block : held) {
            block.prepare(shell);
        }
        shell.run();

        // then
        for (int i = 0; i < held.size(); i++) {
            held.get(i).assertHolds(shell, i == 0 ? "before" : held.get(i - 1).name());
        }
    }
}
