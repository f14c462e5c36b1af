package dev.keywright.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {
    @TempDir
    Path folder;

    @Test
    void anEmojiMayStandAnywhere() throws Complaint {
        for (int before = 1000; before < 1100; before++) {
            String text = " ".repeat(before) + "🚲".repeat(600);

            assertThat(YamlDocument.read("a.yaml", text).text()).isEqualTo(text.strip());
        }
    }

    @Test
    void everyPartKnowsItsFileLineAndField() throws Complaint {
        Node root = YamlDocument.read("a.yaml", """
                # a comment
                first: one

                second:
                  - {name: x}
                  -
                    name: y
                    inner: [1, 2]
                """);

        assertThat(places(root))
                .containsExactly(
                        "1 ",
                        "2 first",
                        "4 second",
                        "5 second[0]",
                        "5 second[0].name",
                        "7 second[1]",
                        "7 second[1].name",
                        "8 second[1].inner",
                        "8 second[1].inner[0]",
                        "8 second[1].inner[1]");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "text, TEXT",
        "'\"123\"', TEXT",
        "yes, TEXT",
        "463558a3-725e-4f37-b6d3-0889894f68de, TEXT",
        "123, NUMBER",
        "00123, NUMBER",
        "1.5, NUMBER",
        "true, BOOLEAN",
        "null, NULL",
        "~, NULL",
        "'', NULL"
    })
    void aValueHasTheTypeThatYamlGivesIt(String written, Node.Type type) throws Complaint {
        Node root = YamlDocument.read("a.yaml", "value: " + written + "\n");

        assertThat(root)
                .isInstanceOfSatisfying(
                        Node.Mapping.class,
                        mapping -> assertThat(mapping.fields().get("value"))
                                .isInstanceOfSatisfying(
                                        Node.Scalar.class,
                                        scalar -> assertThat(scalar.type()).isEqualTo(type)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | a.yaml line 1: the file is empty",
                "# nothing | a.yaml line 1: the file is empty",
                "a: 1\\nb: 2\\na: 3 | a.yaml line 3: a is given twice; the first is on line 1",
                "a: &x 1\\nb: *x | a.yaml line 2: b should be written out; aliases are not understood here",
                "a: !thing 1 | a.yaml line 1: a should have no tag; tags are not understood here",
                "a: 1\\n---\\nb: 2 | a.yaml line 3: the file should hold one document; here a second one begins",
                "a: 1\\n b: 2 | a.yaml line 2: this is not valid YAML: mapping values are not allowed here",
                "a: [1, 2 | a.yaml line 1: this is not valid YAML: expected ',' or ']', but got <stream end>",
                "a:\\n\\t- b | a.yaml line 2: this is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)",
            })
    void whatIsNotPlainYamlIsRefusedByFileAndLine(String written, String sentence) {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() ->
                        YamlDocument.read("a.yaml", written.replace("\\n", "\n").replace("\\t", "\t")))
                .extracting(Complaint::sentence)
                .isEqualTo(sentence);
    }

    @Test
    void aDocumentThatIsTooDeepIsRefused() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> YamlDocument.read("a.yaml", "[".repeat(300)))
                .withMessage(
                        "a.yaml line 1: this is not valid YAML: it is nested deeper than 200 levels, or a value is too long");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws Exception {
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal(folder.resolve("none.yaml"))).endsWith("none.yaml cannot be read: there is no such file");
        assertThat(refusal(latin)).endsWith("latin.yaml cannot be read: it should be UTF-8 text");
        assertThat(refusal(folder)).endsWith("cannot be read: it should be a file that this user may read");
    }

    @ParameterizedTest(name = "{0} is nearest to {1}")
    @CsvSource({"emial, email", "EMAIL, email", "nam, name", "redirect_uri, redirect_uris", "frobnicate, name"})
    void theNearestNameIsTheOneWithTheFewestLettersToChange(String unknown, String nearest) {
        assertThat(Nearest.to(unknown, List.of("name", "email", "redirect_uris")))
                .contains(nearest);
    }

    private static String refusal(Path file) {
        try {
            throw new AssertionError("read: " + YamlDocument.read(file));
        } catch (Complaint e) {
            return e.sentence();
        }
    }

    private static List<String> places(Node node) {
        List<String> below = switch (node) {
            case Node.Mapping mapping ->
                mapping.fields().values().stream()
                        .flatMap(field -> places(field).stream())
                        .toList();
            case Node.Sequence sequence ->
                sequence.items().stream().flatMap(item -> places(item).stream()).toList();
            case Node.Scalar scalar -> List.of();
        };
        List<String> all =
                new ArrayList<>(List.of(node.place().line() + " " + node.place().field()));
        all.addAll(below);
        return all;
    }
}
