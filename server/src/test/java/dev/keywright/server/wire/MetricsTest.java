package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is shown of the production server. */
class MetricsTest {
    @TempDir
    private Path folder;

    private Production start(int codes) {
        return Production.start(folder, codes, List.of(TestWorld.LEDGER), "metrics", "127.0.0.1:0");
    }

    private static List<String> page(TestServer server) {
        Reply page = new Call(server.metricsPort(), "GET", "/metrics").send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        return page.text().lines().toList();
    }

    @Test
    void requestsAreCountedByRouteAndNeverByPath() {
        try (Production production = start(1)) {
            TestServer server = production.server();
            Pair pair = production.tokens(TestWorld.LEDGER);
            Flow flow = production.flow(TestWorld.LEDGER);
            flow.me(pair.access());
            flow.me(pair.access());
            for (String id : List.of("one", "two", "11111111-1111-4111-8111-111111111111")) {
                server.get("/v1/users/" + id).send();
                server.get("/" + id).send();
                server.call("BREW-" + id.charAt(0), "/health").send();
            }
            server.get("/health/live").send();
            server.get("/forward-auth/" + pair.access()).send();

            assertThat(page(server))
                    .contains(
                            "keywright_http_requests_total{method=\"GET\",route=\"/v1/users/me\",status=\"200\"} 2.0",
                            "keywright_http_requests_total{method=\"GET\",route=\"/v1/users/{user_id}\",status=\"401\"} 3.0",
                            "keywright_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"} 3.0",
                            "keywright_http_requests_total{method=\"other\",route=\"/health\",status=\"405\"} 3.0",
                            "keywright_http_requests_total{method=\"GET\",route=\"/health/live\",status=\"200\"} 1.0",
                            "keywright_http_requests_total{method=\"GET\",route=\"/forward-auth\",status=\"401\"} 1.0",
                            "keywright_http_request_duration_seconds_count{route=\"/v1/users/me\"} 2",
                            "keywright_http_request_duration_seconds_bucket{route=\"/v1/users/me\",le=\"+Inf\"} 2",
                            "keywright_http_requests_in_flight 0.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                    .anyMatch(line -> line.startsWith(
                            "keywright_http_request_duration_seconds_bucket{route=\"/v1/users/me\",le=\"5.0E-4\"}"));
        }
    }

    @Test
    void whatIsDecidedAboutTokensIsCounted() {
        try (Production production = start(2)) {
            Flow flow = production.flow(TestWorld.LEDGER);
            String code = production.code(TestWorld.LEDGER);
            Pair first = Pair.of(flow.exchange(code));
            flow.refresh(first.refresh());
            flow.refresh(first.refresh());
            flow.exchange(code);
            flow.revoke(production.tokens(TestWorld.LEDGER).access());
            flow.token(Map.of("grant_type", "password"));

            assertThat(page(production.server()))
                    .filteredOn(line -> line.startsWith("keywright_token_decisions_total"))
                    .containsExactlyInAnyOrder(
                            decided("issued", "", 2),
                            decided("refreshed", "", 1),
                            decided("repeated", "", 1),
                            decided("replayed", "", 1),
                            decided("revoked", "", 1),
                            decided("refused", "invalid_grant", 1),
                            decided("refused", "unsupported_grant_type", 1));
        }
    }

    private static String decided(String event, String error, int count) {
        return "keywright_token_decisions_total{error=\"" + error + "\",event=\"" + event + "\"} " + count + ".0";
    }

    /** A minute after the start the first batch is deleted. */
    @Test
    void howLongBatchesTakeIsShownBeforeThereIsOne() {
        try (Production production = start(0)) {
            assertThat(page(production.server())).contains("keywright_sweep_batch_duration_seconds_count 0");
        }
    }

    /** G5: and the metrics are not where the public is. */
    @Test
    void metricsHaveAnAddressOfTheirOwnAtWhichNothingElseIs() {
        try (Production production = start(0)) {
            TestServer server = production.server();

            assertThat(server.get("/metrics").send().status()).isEqualTo(404);
            for (String path : List.of("/", "/health", "/login", "/v1/users/me", "/metrics/x")) {
                assertThat(new Call(server.metricsPort(), "GET", path).send().status())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(new Call(server.metricsPort(), "POST", "/metrics").send().status())
                    .isEqualTo(405);
        }
    }

    /** With port 0 nobody would know it otherwise. */
    @Test
    void theLogSaysWhereTheMetricsAre() {
        try (Logged logged = Logged.everything();
                Production production = start(0)) {
            assertThat(logged.lines())
                    .anyMatch(line -> line.contains("the metrics are shown at http://127.0.0.1:"
                            + production.server().metricsPort() + "/metrics"));
        }
    }

    @Test
    void aTakenAddressIsSaidInOneSentence() {
        try (Production production = start(0)) {
            String address = "127.0.0.1:" + production.server().metricsPort();

            assertThat(TestServer.whyItDoesNotServe(
                            "data", folder.resolve("other").toString(),
                            "keys", folder.resolve("keys").toString(),
                            "metrics", address))
                    .startsWith("port " + production.server().metricsPort()
                            + " of 127.0.0.1 cannot be listened on for the" + " metrics")
                    .doesNotContain("\n");
        }
    }
}
