package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The emulator's controls beside {@code authorize}: other programs rely on their names. */
class ControlsTest {
    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);

    private Reply clock(String body) {
        return server.post("/emulator/clock").json(body).send();
    }

    @Test
    void theWorldIsShownWithAnAuthorizationUrlForEachConnection() {
        JsonNode world = server.get("/emulator/world").send().json();
        JsonNode first = world.at("/connections/0");

        assertThat(world.propertyNames()).containsExactly("people", "workspaces", "connections", "rate_limit");
        assertThat(first.path("client_id").asString()).isEqualTo(App.EXAMPLE.id());
        assertThat(first.path("client_secret").asString()).isEqualTo(App.EXAMPLE.secret());
        assertThat(first.path("authorization_url").asString())
                .isEqualTo(server.url() + "/v1/oauth/authorize?client_id=" + App.EXAMPLE.id()
                        + "&response_type=code&owner=user"
                        + "&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fauth%2Fcallback");
        assertThat(world.path("connections"))
                .allSatisfy(connection -> assertThat(server.get(connection
                                        .path("authorization_url")
                                        .asString()
                                        .substring(server.url().length()))
                                .send()
                                .status())
                        .isEqualTo(302));
    }

    @Test
    void theClockTellsTheTimeAndThatItRuns() {
        Reply reply = server.get("/emulator/clock").send();

        assertThat(reply.json().path("running").asBoolean()).isTrue();
        assertThat(Instant.parse(reply.field("now")))
                .isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(Duration.ofMinutes(1)));
    }

    @Test
    void theClockIsAdvancedSetStoppedAndReset() {
        assertThat(clock("{\"stop\":true}").json().path("running").asBoolean()).isFalse();
        Instant stopped = server.now();
        assertThat(server.now()).isEqualTo(stopped);

        Reply advanced = clock("{\"advance\":\"PT10M\"}");
        assertThat(advanced.json().path("running").asBoolean()).isTrue();
        assertThat(Instant.parse(advanced.field("now"))).isAfterOrEqualTo(stopped.plus(Duration.ofMinutes(10)));

        Reply set = clock("{\"set\":\"2099-11-22T10:00:00Z\"}");
        assertThat(set.field("now")).startsWith("2099-11-22T10:00:0");

        assertThat(clock("{\"reset\":true}").field("now")).startsWith("20").doesNotStartWith("2099");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"advance\":\"ten minutes\"} | advance",
                "{\"advance\":600} | advance",
                "{\"advance\":\"PT-1S\"} | advance",
                "{\"advance\":\"P99999999D\"} | advance",
                "{\"advance\":\"P999999999999999D\"} | advance",
                "{\"set\":\"tomorrow\"} | set",
                "{\"set\":\"2001-01-01T00:00:00Z\"} | set",
                "{\"set\":\"+1000000000-12-31T23:59:59Z\"} | set",
                "{\"stop\":\"yes\"} | stop",
                "{\"reset\":false} | reset",
                "{\"advance\":\"PT1S\",\"set\":\"2099-01-01T00:00:00Z\"} | one of advance, set, stop and reset",
                "{\"advanced\":\"PT1S\"} | advanced",
                "[] | JSON object",
                "{ | JSON object",
                "{\"stop\":true,\"stop\":true} | JSON object",
            })
    void whatTheClockDoesNotUnderstandIsRefusedByName(String body, String named) {
        Reply reply = clock(body);

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.field("message")).contains(named);
    }

    /** The clock runs, and an advance of nothing is no step back. */
    @Test
    void anAdvanceOfNothingIsTaken() {
        assertThat(clock("{\"advance\":\"PT0S\"}").status()).isEqualTo(200);
    }

    @Test
    void aDisconnectedBotIsOverWithAllItsAuthorizationsAndPendingCodes() {
        Pair one = flow.tokens();
        Pair other = flow.tokens();
        String pending = flow.code();
        Pair grace = Pair.of(flow.exchange(flow.code(Map.of("person", "grace@example.com"))));

        Reply reply = server.post("/emulator/revoke")
                .json(Map.of("bot_id", one.botId()))
                .send();

        assertThat(reply.text()).isEqualTo("{\"ended_authorizations\":3}");
        assertThat(flow.me(one.access()).status()).isEqualTo(401);
        assertThat(flow.refresh(other.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertThat(flow.exchange(pending).refusal()).isEqualTo("400 invalid_grant");
        assertThat(flow.me(grace.access()).status()).isEqualTo(200);
    }

    /** Who installs again is the same bot. */
    @Test
    void afterADisconnectThePersonMayInstallAgain() {
        Pair before = flow.tokens();
        server.post("/emulator/revoke").json(Map.of("bot_id", before.botId())).send();

        Pair after = flow.tokens();

        assertThat(after.botId()).isEqualTo(before.botId());
        assertThat(flow.me(after.access()).status()).isEqualTo(200);
        assertThat(flow.me(before.access()).status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | bot_id",
                "{\"bot_id\":\"x\"} | bot_id",
                "{\"bot_id\":7} | bot_id",
                "{\"bot_id\":\"00000000-0000-4000-8000-000000000000\"} | bot_id",
                "{\"bot\":\"x\"} | bot",
            })
    void whatCannotBeDisconnectedIsRefusedByName(String body, String named) {
        Reply reply = server.post("/emulator/revoke").json(body).send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.field("message")).contains(named);
    }

    @Test
    void aResetBringsBackTheWorldAndTheClockAndForgetsEveryToken() {
        String before = server.get("/emulator/world").send().text();
        Flow notes = flow.as(App.NOTES);
        Pair pair = Pair.of(notes.exchange(notes.code(Map.of("duplicate_template", true))));
        String code = notes.code();
        clock("{\"set\":\"2099-11-22T10:00:00Z\"}");
        assertThat(server.get("/emulator/world").send().text()).isNotEqualTo(before);

        Reply reset = server.post("/emulator/reset").send();

        assertThat(reset.status()).isEqualTo(200);
        assertThat(server.get("/emulator/world").send().text()).isEqualTo(before);
        assertThat(server.now()).isBefore(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(notes.me(pair.access()).status()).isEqualTo(401);
        assertThat(notes.refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
        assertThat(notes.exchange(code).refusal()).isEqualTo("400 invalid_grant");
        assertThat(notes.tokens().access()).isNotEqualTo(pair.access());
    }

    @Test
    void aResetTakesNoFields() {
        Reply reply = server.post("/emulator/reset").json("{\"world\":true}").send();

        assertThat(reply.refusal()).isEqualTo("400 invalid_request");
        assertThat(reply.field("message")).contains("world");
    }

    /** G5: a page of another site cannot drive the emulator of whoever looks at it. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /emulator/authorize",
        "POST, /emulator/clock",
        "GET, /emulator/clock",
        "POST, /emulator/revoke",
        "POST, /emulator/reset",
        "GET, /emulator/world",
    })
    void aPageOfAnotherSiteCannotCallTheControls(String method, String path) {
        for (String origin : new String[] {"https://evil.example", "null", server.url() + ".evil.example"}) {
            Reply reply = server.call(method, path).header("Origin", origin).send();

            assertThat(reply.status()).as(origin).isEqualTo(403);
        }
    }

    @Test
    void theEmulatorsOwnPageMayCallTheControls() {
        assertThat(server.post("/emulator/reset")
                        .header("Origin", server.url())
                        .send()
                        .status())
                .isEqualTo(200);
    }

    /** The welcome's own command, which is pasted again and again, uses what it says. */
    @Test
    void theWelcomeNamesTheFirstConnection() {
        assertThat(server.terminal())
                .contains(
                        App.EXAMPLE.id(),
                        App.EXAMPLE.secret(),
                        server.url() + "/v1/oauth/authorize?client_id=" + App.EXAMPLE.id());
    }

    @Test
    void theWorldThatIsShownIsOneThatCanBeReadAgain(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("world.json");
        String shown = server.get("/emulator/world").send().text();
        java.nio.file.Files.writeString(file, shown.replaceAll(",\"authorization_url\":\"[^\"]*\"", ""));

        try (TestServer again = TestServer.emulate("world", file.toString())) {
            String other = again.get("/emulator/world").send().text();

            assertThat(StreamSupport.stream(
                                    again.get("/emulator/world")
                                            .send()
                                            .json()
                                            .path("connections")
                                            .spliterator(),
                                    false)
                            .count())
                    .isEqualTo(3);
            assertThat(other.replace(again.url(), server.url())).isEqualTo(shown);
        }
    }
}
