package dev.keywright.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import dev.keywright.server.http.Routes;
import dev.keywright.server.http.Traffic;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountedRequestsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Traffic traffic =
            new CountedRequests(registry, new Routes().add("GET", "/a/{id}", request -> Answer.noContent()));

    private static Request request(String method, String path) {
        return new Request("an-id", method, path, "", name -> List.of(), new byte[0], "192.0.2.1");
    }

    private List<String> page() {
        byte[] text =
                new MetricsEndpoint(registry).answer(request("GET", "/metrics")).body();
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aRequestIsInFlightFromItsBeginningToItsEnd() {
        Traffic.Passage one = traffic.begins(request("GET", "/a/1"));
        Traffic.Passage other = traffic.begins(request("GET", "/a/2"));
        assertThat(page()).contains("keywright_http_requests_in_flight 2.0");

        one.ends(new Outcome.Answered(Answer.noContent()));
        other.ends(new Outcome.Answered(Answer.noContent()));

        assertThat(page())
                .contains(
                        "keywright_http_requests_in_flight 0.0",
                        "keywright_http_requests_total{method=\"GET\",route=\"/a/{id}\",status=\"204\"} 2.0");
    }

    @Test
    void anAnswerThatTheStoreCouldNotBeUsedIsCountedApart() {
        traffic.begins(request("GET", "/a/1")).ends(new Outcome.Answered(Answer.text(503, "later")));

        assertThat(page()).contains("keywright_storage_unavailable_total 1.0");
    }

    /** Whatever clients send, the page does not grow. */
    @Test
    void noClientCanMakeTheCountersMany() {
        for (int i = 0; i < 100; i++) {
            traffic.begins(request("M" + i, "/" + i)).ends(new Outcome.Answered(Answer.text(404, "")));
            traffic.begins(request("GET", "/a/" + i)).ends(new Outcome.Answered(Answer.noContent()));
        }

        assertThat(page())
                .filteredOn(line -> line.startsWith("keywright_http_requests_total{"))
                .containsExactlyInAnyOrder(
                        "keywright_http_requests_total{method=\"other\",route=\"other\",status=\"404\"} 100.0",
                        "keywright_http_requests_total{method=\"GET\",route=\"/a/{id}\",status=\"204\"} 100.0");
    }
}
