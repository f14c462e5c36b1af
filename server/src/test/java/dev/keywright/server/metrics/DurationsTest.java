package dev.keywright.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.Request;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of how long things took. */
class DurationsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    private List<String> page() {
        Request request = new Request("an-id", "GET", "/metrics", "", name -> List.of(), new byte[0], "192.0.2.1");
        byte[] text = new MetricsEndpoint(registry).answer(request).body();
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachIsCountedWhereItsTimeIsAndAddedUp() {
        Durations durations = new Durations(registry, "some_work_seconds", "Some work.");

        durations.observe(Duration.ofMillis(100));
        durations.observe(Duration.ofMillis(125));

        assertThat(page())
                .contains(
                        "some_work_seconds_bucket{le=\"0.05\"} 0",
                        "some_work_seconds_bucket{le=\"0.1\"} 1",
                        "some_work_seconds_bucket{le=\"0.25\"} 2",
                        "some_work_seconds_count 2",
                        "some_work_seconds_sum 0.225");
    }
}
