package dev.keywright.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.Exchange;
import dev.keywright.server.http.Request;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of requests. */
class CountedRequestsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final CountedRequests counted = new CountedRequests(registry);

    private static Request request(String method) {
        return new Request("an-id", method, "/", "", name -> List.of(), new byte[0], "192.0.2.1");
    }

    private static Exchange exchange(String method, Optional<String> route, int status) {
        return new Exchange(request(method), route, status, Instant.EPOCH, Duration.ofMillis(3));
    }

    @Test
    void aRequestIsInFlightFromItsBeginningToItsEnd() {
        counted.begins();
        counted.begins();
        assertThat(Page.of(registry)).contains("keywright_http_requests_in_flight 2.0");

        counted.ends();
        counted.ends();

        assertThat(Page.of(registry)).contains("keywright_http_requests_in_flight 0.0");
    }

    @Test
    void anAnswerIsCountedByMethodRouteAndStatusAndItsTimeByRoute() {
        counted.answered(exchange("GET", Optional.of("/a/{id}"), 204));
        counted.answered(exchange("GET", Optional.of("/a/{id}"), 204));

        assertThat(Page.of(registry))
                .contains(
                        "keywright_http_requests_total{method=\"GET\",route=\"/a/{id}\",status=\"204\"} 2.0",
                        "keywright_http_request_duration_seconds_bucket{route=\"/a/{id}\",le=\"0.0025\"} 0",
                        "keywright_http_request_duration_seconds_bucket{route=\"/a/{id}\",le=\"0.005\"} 2");
    }

    /** Whatever clients send, the page does not grow. */
    @Test
    void noClientCanMakeTheCountersMany() {
        for (int i = 0; i < 100; i++) {
            counted.answered(exchange("M" + i, Optional.empty(), 404));
        }

        assertThat(Page.of(registry))
                .filteredOn(line -> line.startsWith("keywright_http_requests_total{"))
                .containsExactly(
                        "keywright_http_requests_total{method=\"other\",route=\"other\",status=\"404\"} 100.0");
    }
}
