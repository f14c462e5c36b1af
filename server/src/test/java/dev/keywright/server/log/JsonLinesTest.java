package dev.keywright.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T08:00:00.120Z"));

    @TempDir
    Path folder;

    @Test
    void aLineHasTimeAndRequestIdBeforeItsOwnFields() throws Exception {
        Path path = folder.resolve("lines");

        try (JsonLines lines = JsonLines.open("audit_log", path, CLOCK)) {
            lines.append("r1", json -> json.writeNumberProperty("n", 1));
        }

        assertThat(path).hasContent("{\"time\":\"2026-11-27T08:00:00.120Z\",\"request_id\":\"r1\",\"n\":1}\n");
    }

    /** F10: neither for a program that splits at every line end there is, nor on a screen; half an emoji is no failure. */
    @Test
    void aTextCannotEndItsLine() throws Exception {
        Path path = folder.resolve("lines");

        try (JsonLines lines = JsonLines.open("audit_log", path, CLOCK)) {
            lines.append("r1", json -> json.writeStringProperty("text", "a\n\r\u2028\u2029\u0085\u202e\"b\ud800"));
        }

        String line = Files.readString(path);
        assertThat(line).matches("[ -~]+\n");
        assertThat(new JsonMapper().readTree(line).path("text").asString())
                .isEqualTo("a\n\r\u2028\u2029\u0085\u202e\"b\ud800");
    }

    @Test
    void linesOfManyThreadsAreWholeAndAllThereAfterTheEnd() throws Exception {
        Path path = folder.resolve("lines");
        List<Thread> writers = new ArrayList<>();
        try (JsonLines lines = JsonLines.open("audit_log", path, CLOCK)) {
            for (int writer = 0; writer < 8; writer++) {
                String id = "r" + writer;
                writers.add(Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 2_000)
                                .forEach(n -> lines.append(id, json -> json.writeNumberProperty("n", n)))));
            }
            for (Thread writer : writers) {
                writer.join();
            }
        }

        List<String> written = Files.readAllLines(path, StandardCharsets.US_ASCII);
        assertThat(written).hasSize(16_000).allMatch(line -> line.startsWith("{\"time\"") && line.endsWith("}"));
        for (int writer = 0; writer < 8; writer++) {
            String id = "\"r" + writer + "\"";
            List<String> own =
                    written.stream().filter(line -> line.contains(id)).toList();
            assertThat(own).isEqualTo(own.stream().distinct().toList()).hasSize(2_000);
            assertThat(own.getLast()).endsWith("\"n\":1999}");
        }
    }
}
