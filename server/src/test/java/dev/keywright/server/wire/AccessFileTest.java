package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessFileTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    /** C9: of what a client sent there is the method alone. */
    @Test
    void everyRequestHasALineWithItsRouteAndNeitherPathNorQuery() throws Exception {
        Path file = folder.resolve("access.jsonl");
        Reply health;
        try (TestServer server = TestServer.serve(
                "data", folder.resolve("data").toString(),
                "keys", folder.resolve("keys").toString(),
                "access_log", file.toString())) {
            health = server.get("/health?code=4711").send();
            server.post("/v1/oauth/token").send();
            server.get("/v1/pages/4711").send();
            server.get("/forward-auth/4711").send();
            server.get("/4711").send();
            server.post("/v1/oauth/token")
                    .json("{\"code\":\"" + "4711".repeat(20_000) + "\"}")
                    .send();
        }

        List<JsonNode> lines =
                Files.readAllLines(file).stream().map(JSON::readTree).toList();
        assertThat(lines)
                .extracting(line -> line.path("method").asString() + " "
                        + line.path("route").asString("-") + " "
                        + line.path("status").intValue())
                .containsExactly(
                        "GET /health 200",
                        "POST /v1/oauth/token 401",
                        "GET /v1/pages/{page_id} 401",
                        "GET /forward-auth 401",
                        "GET - 404",
                        "POST /v1/oauth/token 413");
        assertThat(lines.getFirst().propertyNames())
                .containsExactly("time", "request_id", "method", "route", "status", "duration_ms", "peer");
        assertThat(lines.getFirst().path("request_id").asString()).isEqualTo(health.header("x-notion-request-id"));
        assertThat(lines.getFirst().path("duration_ms").doubleValue()).isBetween(0.0, 60_000.0);
        assertThat(lines.getFirst().path("peer").asString()).isEqualTo("127.0.0.1");
        assertThat(Files.readString(file)).doesNotContain("4711");
    }

    @Test
    void twoLogsInOneFileAreRefused() {
        assertThat(TestServer.whyItDoesNotServe(
                        "access_log", folder.resolve("a/../log").toString(),
                        "audit_log", folder.resolve("log").toString()))
                .isEqualTo("audit_log and access_log are both " + folder.resolve("log") + " and should be two files");
    }
}
