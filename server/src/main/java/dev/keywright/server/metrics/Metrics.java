package dev.keywright.server.metrics;

import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.http.Routes;
import dev.keywright.server.http.Watcher;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** All that one server counts, from its start on. */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Watcher requests = new CountedRequests(registry);
    private final AuditTrail decisions = new CountedDecisions(registry);
    private final Durations batches = new Durations(
            registry,
            "keywright_sweep_batch_duration_seconds",
            "From asking for one batch of what nobody needs to be deleted to its being gone.");

    /** Counts what the JVM does from now on; the rest as it is told. */
    public Metrics() {
        JvmMetrics.builder().register(registry);
    }

    /** Counts requests. */
    public Watcher requests() {
        return requests;
    }

    /** Counts what becomes of codes and tokens. */
    public AuditTrail decisions() {
        return decisions;
    }

    /** One batch of what nobody needs any more was deleted, and took so long, its waiting for others who write included. */
    public void swept(Duration batch) {
        batches.observe(batch);
    }

    /** What is answered where the metrics are shown: {@code GET /metrics} alone. */
    public Routes page() {
        return new Routes().add("GET", "/metrics", new MetricsEndpoint(registry));
    }
}
