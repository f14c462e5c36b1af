package dev.keywright.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is shown of how long things took. */
class DurationsTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    @Test
    void eachIsCountedWhereItsTimeIsAndAddedUp() {
        Durations durations = new Durations(registry, "some_work_seconds", "Some work.");

        durations.observe(Duration.ofMillis(100));
        durations.observe(Duration.ofMillis(125));

        assertThat(Page.of(registry))
                .contains(
                        "some_work_seconds_bucket{le=\"0.05\"} 0",
                        "some_work_seconds_bucket{le=\"0.1\"} 1",
                        "some_work_seconds_bucket{le=\"0.25\"} 2",
                        "some_work_seconds_count 2",
                        "some_work_seconds_sum 0.225");
    }
}
