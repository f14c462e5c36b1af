package dev.keywright.server.metrics;

import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.http.Routes;
import dev.keywright.server.http.Watcher;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** All that one server counts, from its start on. */
public final class Metrics {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Watcher requests = new CountedRequests(registry);
    private final AuditTrail decisions = new CountedDecisions(registry);

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

    /** What is answered where the metrics are shown: {@code GET /metrics} alone. */
    public Routes page() {
        return new Routes().add("GET", "/metrics", new MetricsEndpoint(registry));
    }
}
