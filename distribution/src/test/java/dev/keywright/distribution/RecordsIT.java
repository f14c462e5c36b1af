package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program leaves for its operator to read. */
class RecordsIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path temporary;

    private Program serve(List<String> before, Map<String, String> environment, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--port",
                "0",
                "--data",
                temporary.resolve("data").toString(),
                "--keys",
                temporary.resolve("keys").toString(),
                "--failed-authentications-per-minute",
                "none"));
        arguments.addAll(List.of(more));
        return Program.startBehind(before, environment, arguments.toArray(String[]::new));
    }

    /** A request that is refused and so audited; gives the answer's id. */
    private static String refused(HttpClient client, Program program) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(program.url() + "/v1/oauth/token"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(401);
        return response.headers().firstValue("x-notion-request-id").orElseThrow();
    }

    @Test
    void theLogIsJsonWhereThatWasAskedFor() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Program program = serve(List.of(), Map.of(), "--log-format", "json")) {
            String id = refused(client, program);
            assertThat(program.terminate()).isZero();

            List<JsonNode> lines = program.err()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(JSON::readTree)
                    .toList();
            assertThat(lines)
                    .filteredOn(line -> line.path("logger").asString().equals("keywright.audit"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.path("request_id").asString()).isEqualTo(id);
                        assertThat(line.path("message").asString()).startsWith("request_id=" + id + " refused ");
                    });
            assertThat(program.err()).doesNotContain(" INFO ", " WARN ", " ERROR ");
        }
    }

    @Test
    void theLogIsTextWhereNobodyAsked() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                Program program = serve(List.of(), Map.of())) {
            String id = refused(client, program);
            assertThat(program.terminate()).isZero();

            assertThat(program.err())
                    .containsPattern("(?m)^\\S+ INFO  keywright.audit request_id=" + id
                            + " refused endpoint=/v1/oauth/token client=- error=invalid_client reason=\".*\"$");
        }
    }

    @Test
    void nothingOfOpenTelemetryIsLoadedUnlessACollectorIsNamed() throws Exception {
        assertThat(loaded("without")).isNotEmpty().noneMatch(line -> line.contains("io.opentelemetry"));
        assertThat(loaded("with", "--otlp-endpoint", "http://127.0.0.1:9"))
                .anyMatch(line -> line.contains("io.opentelemetry"));
    }

    private List<String> loaded(String name, String... settings) throws Exception {
        Path list = temporary.resolve(name);
        Map<String, String> environment = Map.of("KEYWRIGHT_JVM_OPTIONS", "-Xlog:class+load:file=" + list);
        try (HttpClient client = HttpClient.newHttpClient();
                Program program = serve(List.of(), environment, settings)) {
            refused(client, program);
            assertThat(program.terminate()).isZero();
        }
        return Files.readAllLines(list);
    }

    /** D9: what was committed is answered, and what is in the file is whole; the log says how much is not in it. */
    @Test
    void anAuditLogOnAFullDiskLosesLinesAndNeitherAnswersNorHalfALine() throws Exception {
        Files.createDirectory(temporary.resolve("disk"));
        try (HttpClient client = HttpClient.newHttpClient();
                SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), 1);
                Program program = serve(
                        disk.entry(),
                        Map.of(),
                        "--audit-log",
                        temporary.resolve("disk/audit.jsonl").toString())) {
            refused(client, program);
            disk.fill();
            int sent = 1;
            while (!program.err().contains("cannot be written: No space left on device")) {
                refused(client, program);
                sent++;
            }
            disk.free();
            while (!program.err().contains("is written again")) {
                refused(client, program);
                sent++;
            }
            assertThat(program.terminate()).isZero();

            Matcher again = Pattern.compile("is written again; (\\d+) lines are missing")
                    .matcher(program.err());
            assertThat(again.find()).isTrue();
            List<String> kept = Files.readAllLines(disk.file("audit.jsonl"));
            assertThat(kept)
                    .hasSize(sent - Integer.parseInt(again.group(1)))
                    .allSatisfy(
                            line -> assertThat(JSON.readTree(line).path("event").asString())
                                    .isEqualTo("refused"));
            assertThat(Pattern.compile("cannot be written")
                            .matcher(program.err())
                            .results())
                    .hasSize(1);
        }
    }
}
