package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** I7: with {@code audit_log} every call of the token endpoints leaves its JSON lines in that file, and none in the log. */
class AuditFileTest {
    private static final App LEDGER = TestWorld.LEDGER;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private Production production(Path file, int codes) {
        return Production.start(folder, codes, List.of(LEDGER), "audit_log", file.toString());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }

    @Test
    void eventsAreInTheFileWithTheirRequestsInOrder() throws Exception {
        Path file = folder.resolve("audit.jsonl");
        Reply redeemed;
        Reply refreshed;
        Reply refused;
        try (Logged log = Logged.everything();
                Production production = production(file, 1)) {
            Flow flow = production.flow(LEDGER);
            redeemed = flow.exchange(production.code(LEDGER));
            refreshed = flow.refresh(Pair.of(redeemed).refresh());
            refused = production.server().post(Flow.TOKEN).send();

            assertThat(log.audit(redeemed)).isEmpty();
        }

        List<JsonNode> lines = lines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("time").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(lines.get(0).path("request_id").asString()).isEqualTo(redeemed.header("x-notion-request-id"));
        assertThat(lines.get(0).path("event").asString()).isEqualTo("redeemed");
        assertThat(lines.get(0).path("bot").asString()).isEqualTo(redeemed.field("bot_id"));
        assertThat(lines.get(1).path("request_id").asString()).isEqualTo(refreshed.header("x-notion-request-id"));
        assertThat(lines.get(1).path("generation").intValue()).isEqualTo(2);
        assertThat(lines.get(1).path("repeated").booleanValue()).isFalse();
        assertThat(lines.get(1).path("ref").asString())
                .isEqualTo(lines.get(0).path("ref").asString());
        assertThat(lines.get(2).path("request_id").asString()).isEqualTo(refused.header("x-notion-request-id"));
        assertThat(lines.get(2).path("client").isNull()).isTrue();
        assertThat(lines.get(2).path("reason").asString()).startsWith("there is no Authorization header");
    }

    @Test
    void aServerThatCannotWriteItsFileStillAnswers() throws Exception {
        Path away = Files.createDirectory(folder.resolve("away"));
        Path file = away.resolve("audit.jsonl");
        try (Production production = production(file, 2)) {
            Files.delete(file);
            Files.delete(away);

            assertThat(production.flow(LEDGER).exchange(production.code(LEDGER)).status())
                    .isEqualTo(200);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aServerWhoseFileCannotBeOpenedDoesNotStart() {
        Path file = folder.resolve("nowhere/audit.jsonl");

        assertThat(TestServer.whyItDoesNotServe(
                        "data", folder.resolve("data").toString(),
                        "keys", folder.resolve("keys").toString(),
                        "audit_log", file.toString()))
                .isEqualTo("audit_log " + file
                        + " cannot be written: its folder is not there; put that right, or name another file");
    }
}
