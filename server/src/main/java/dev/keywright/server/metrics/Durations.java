package dev.keywright.server.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** How long something took, as a histogram in seconds, from half a millisecond to ten seconds. */
final class Durations {
    private static final double NANOS_A_SECOND = 1e9;

    private final Histogram histogram;

    Durations(PrometheusRegistry registry, String name, String help, String... labels) {
        this.histogram = Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                .withoutExemplars()
                .register(registry);
    }

    /** One took so long; {@code labels} has the value of each label. */
    void observe(Duration took, String... labels) {
        histogram.labelValues(labels).observe(took.toNanos() / NANOS_A_SECOND);
    }
}
