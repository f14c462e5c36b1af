package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /emulator/faults}: the next answers go wrong, as asked, for whom asked, and as often as asked. */
class FaultsTest {
    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);

    private Reply fault(Map<String, ?> match, Map<String, ?> fault) {
        return fault(match, 1, fault);
    }

    private Reply fault(Map<String, ?> match, int times, Map<String, ?> fault) {
        Reply reply = server.post("/emulator/faults")
                .json(Map.of("match", match, "times", times, "fault", fault))
                .send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    @Test
    void aStatusIsAnsweredInTheFormThatTheSdkDecidesBy() {
        Pair pair = flow.tokens();
        fault(Map.of("path", Flow.TOKEN), Map.of("status", 429, "retry_after", 2));

        Reply reply = flow.refresh(pair.refresh());

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("retry-after")).isEqualTo("2");
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\",\"message\":\"You have been"
                        + " rate limited. Please try again in a few minutes.\",\"additional_data\":"
                        + "{\"rate_limit_reason\":\"public_api_request_rate_limit\",\"retry_after\":\"2\"},"
                        + "\"request_id\":\"<id>\"}");
        assertThat(server.terminal())
                .contains("faulted POST /v1/oauth/token (429) fault-1: the emulator was asked to answer so, and nothing"
                        + " was done");
        assertThat(flow.refresh(pair.refresh()).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "400, /v1/users/me, validation_error",
        "401, /v1/users/me, unauthorized",
        "403, /v1/users/me, restricted_resource",
        "404, /v1/users/me, object_not_found",
        "409, /v1/users/me, conflict_error",
        "500, /v1/users/me, internal_server_error",
        "502, /v1/users/me, bad_gateway",
        "503, /v1/users/me, service_unavailable",
        "504, /v1/users/me, gateway_timeout",
        "529, /v1/users/me, service_overload",
    })
    void eachStatusHasItsError(int status, String path, String code) {
        fault(Map.of(), Map.of("status", status));

        Reply reply = server.get(path).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.field("code")).isEqualTo(code);
    }

    @Test
    void whatAClientGetsWrongIsSaidInTheFormOfTheOAuthEndpoints() {
        fault(Map.of("path", Flow.TOKEN), Map.of("status", 401));

        assertThat(flow.exchange("x").shape()).isEqualTo("{\"error\":\"invalid_client\",\"request_id\":\"<id>\"}");
    }

    @Test
    void aBodyIsAnsweredByteForByte() {
        fault(Map.of(), Map.of("status", 502, "content_type", "text/html", "body", "<h1>Bad gateway</h1>"));

        Reply reply = flow.me("x");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.header("content-type")).isEqualTo("text/html");
        assertThat(reply.text()).isEqualTo("<h1>Bad gateway</h1>");
    }

    @Test
    void aConnectionDroppedBeforeLeavesNothingDone() {
        String code = flow.code();
        fault(Map.of("path", Flow.TOKEN), Map.of("drop", "before"));

        assertThatThrownBy(() -> flow.exchange(code))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(EOFException.class);

        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** D10: the answer is lost after the commit; sent again, the code is a replay, and the authorization ends. */
    @Test
    void aConnectionDroppedAfterLeavesEverythingDone() {
        String code = flow.code();
        fault(Map.of("path", Flow.TOKEN), Map.of("drop", "after"));

        assertThatThrownBy(() -> flow.exchange(code)).isInstanceOf(UncheckedIOException.class);

        assertThat(flow.exchange(code).refusal()).isEqualTo("400 invalid_grant");
        assertThat(server.terminal()).contains("dropped POST /v1/oauth/token", "its answer (200) was lost on the way");
        assertThat(server.refusals().getLast()).contains("invalid_grant");
    }

    @Test
    void aRefreshWhoseAnswerIsDroppedIsAskedForAgain() {
        Pair pair = flow.tokens();
        fault(Map.of("path", Flow.TOKEN), Map.of("drop", "after"));
        assertThatThrownBy(() -> flow.refresh(pair.refresh())).isInstanceOf(UncheckedIOException.class);

        Pair again = flow.refreshed(pair);

        assertThat(flow.me(again.access()).status()).isEqualTo(200);
        assertThat(again).isEqualTo(flow.refreshed(pair));
    }

    @Test
    void aDelayIsWaited() {
        fault(Map.of(), Map.of("delay", "PT0.3S"));
        long start = System.nanoTime();

        flow.me("x");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aFaultIsMetAsOftenAsItSaysAndNoMore() {
        fault(Map.of("method", "GET", "path", Flow.ME), 2, Map.of("status", 503));

        assertThat(server.post(Flow.TOKEN).send().status()).isEqualTo(401);
        assertThat(flow.me("x").status()).isEqualTo(503);
        assertThat(flow.me("x").status()).isEqualTo(503);
        assertThat(flow.me("x").status()).isEqualTo(401);
    }

    @Test
    void aPathMayEndInAnAsterisk() {
        fault(Map.of("path", "/v1/users*"), Map.of("status", 503));

        assertThat(server.get("/health").send().status()).isEqualTo(200);
        assertThat(server.get("/v1/users/me").send().status()).isEqualTo(503);
    }

    @Test
    void twoConnectionsNeverSeeEachOthersFaults() {
        Flow other = flow.as(App.REPORTS);
        Pair pair = flow.tokens();
        Pair others = other.tokens();
        fault(Map.of("client_id", App.REPORTS.id()), 4, Map.of("status", 503));

        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
        assertThat(flow.refresh(pair.refresh()).status()).isEqualTo(200);
        assertThat(flow.browse(Map.of()).status()).isEqualTo(302);

        assertThat(other.me(others.access()).status()).isEqualTo(503);
        assertThat(other.refresh(others.refresh()).status()).isEqualTo(503);
        assertThat(other.browse(Map.of()).status()).isEqualTo(503);
        assertThat(other.introspect(others.access()).status()).isEqualTo(503);
        assertThat(other.introspect(others.access()).status()).isEqualTo(200);
    }

    /** Whoever set a fault can always take it back. */
    @Test
    void theControlsHaveNoFaultsOfTheirOwn() {
        fault(Map.of(), 100, Map.of("status", 500));

        Reply list = server.get("/emulator/faults").send();
        Reply cleared = server.call("DELETE", "/emulator/faults").send();

        assertThat(list.text())
                .isEqualTo(
                        "{\"faults\":[{\"name\":\"fault-1\",\"match\":{},\"times\":100,\"fault\":{\"status\":500}}]}");
        assertThat(cleared.text()).isEqualTo("{\"faults\":[]}");
        assertThat(flow.me("x").status()).isEqualTo(401);
    }

    @Test
    void oneConnectionsFaultsAreTakenBackAndOthersWaitOn() {
        fault(Map.of("client_id", App.REPORTS.id()), Map.of("status", 500));
        fault(Map.of("client_id", App.EXAMPLE.id()), Map.of("status", 500));
        fault(Map.of(), Map.of("status", 500));

        Reply left = server.call("DELETE", "/emulator/faults?client_id=" + App.REPORTS.id())
                .send();

        assertThat(left.text()).contains("fault-2", "fault-3").doesNotContain("fault-1");
    }

    @Test
    void takingBackTheFaultsOfNoClientIdIsRefused() {
        fault(Map.of(), Map.of("status", 500));

        Reply refused = server.call("DELETE", "/emulator/faults?client_id=x").send();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field("message")).isEqualTo("client_id should be a UUID");
        assertThat(server.get("/emulator/faults").send().text()).contains("fault-1");
    }

    @Test
    void aResetTakesFaultsBack() {
        fault(Map.of(), Map.of("status", 500));

        server.post("/emulator/reset").send();

        assertThat(flow.me("x").status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "{\"fault\":{}}                                 | fault should have a status, a body, a drop or a delay",
                "{}                                             | fault should be an object",
                "{\"fault\":3}                                  | fault should be an object",
                "{\"match\":[],\"fault\":{\"status\":500}}      | match should be an object",
                "{\"match\":{\"url\":\"x\"},\"fault\":{\"status\":500}} | unknown field match.url; this takes method,"
                        + " path, client_id, grant_type",
                "{\"match\":{\"path\":\"v1\"},\"fault\":{\"status\":500}} | match.path should begin with /, and may end"
                        + " with * for all that begins so",
                "{\"match\":{\"client_id\":\"x\"},\"fault\":{\"status\":500}} | match.client_id should be a UUID",
                "{\"times\":0,\"fault\":{\"status\":500}}       | times should be a whole number from 1 to 1000000",
                "{\"times\":\"2\",\"fault\":{\"status\":500}}   | times should be a whole number from 1 to 1000000",
                "{\"fault\":{\"status\":200}}                   | status should be a whole number from 400 to 599",
                "{\"fault\":{\"status\":418}}                   | fault.status should be one of [400, 401, 403, 404, 409,"
                        + " 429, 500, 502, 503, 504, 529]; with a body it may be any",
                "{\"fault\":{\"delay\":\"2s\"}}                 | fault.delay should be an ISO 8601 duration such as PT2S",
                "{\"fault\":{\"delay\":\"PT6M\"}}               | fault.delay should be from PT0S to PT5M",
                "{\"fault\":{\"drop\":\"later\"}}               | fault.drop should be before or after",
                "{\"fault\":{\"drop\":\"after\",\"status\":500}} | fault.drop answers nothing, so it goes with neither"
                        + " status nor body",
                "{\"fault\":{\"body\":\"x\",\"content_type\":\"a\\r\\nb: c\"}} | fault.content_type should be a media"
                        + " type such as text/html",
                "{\"fault\":{\"crash\":true}}                   | unknown field fault.crash; this takes status,"
                        + " retry_after, delay, drop, body, content_type",
                "{\"fault\":{\"status\":500},\"once\":true}     | unknown field once; this takes fault, match, times",
            })
    void whatIsNoFaultIsRefusedInASentence(String body, String sentence) {
        Reply reply = server.post("/emulator/faults").json(body).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("message")).isEqualTo(sentence);
        assertThat(server.get("/emulator/faults").send().text()).isEqualTo("{\"faults\":[]}");
    }

    @Test
    void productionHasNoFaults(@TempDir Path folder) {
        try (Production production = Production.start(folder, 1, List.of(TestWorld.LEDGER))) {
            assertThat(production
                            .server()
                            .post("/emulator/faults")
                            .json(new HashMap<>())
                            .send()
                            .status())
                    .isEqualTo(404);
        }
    }
}
