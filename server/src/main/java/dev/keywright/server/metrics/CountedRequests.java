package dev.keywright.server.metrics;

import dev.keywright.server.http.Exchange;
import dev.keywright.server.http.Watcher;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts requests by method, route and status, and how long they took from being read to being answered. */
final class CountedRequests implements Watcher {
    /** Any other method is counted as one, and so is any other route: a client may invent as many as it likes. */
    private static final String OTHER = "other";

    private static final double NANOS_A_SECOND = 1e9;

    private final Counter requests;
    private final Gauge inFlight;
    private final Histogram durations;

    CountedRequests(PrometheusRegistry registry) {
        this.requests = Counter.builder()
                .name("keywright_http_requests_total")
                .help("Requests that were answered.")
                .labelNames("method", "route", "status")
                .withoutExemplars()
                .register(registry);
        this.inFlight = Gauge.builder()
                .name("keywright_http_requests_in_flight")
                .help("Requests that are being answered.")
                .withoutExemplars()
                .register(registry);
        this.durations = Histogram.builder()
                .name("keywright_http_request_duration_seconds")
                .help("From a request being read to its answer being ready.")
                .labelNames("route")
                .classicOnly()
                .classicUpperBounds(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
                .withoutExemplars()
                .register(registry);
    }

    @Override
    public void begins() {
        inFlight.inc();
    }

    @Override
    public void ends() {
        inFlight.dec();
    }

    @Override
    public void answered(Exchange exchange) {
        String method = exchange.knownMethod().orElse(OTHER);
        String route = exchange.route().orElse(OTHER);
        durations.labelValues(route).observe(exchange.took().toNanos() / NANOS_A_SECOND);
        requests.labelValues(method, route, Integer.toString(exchange.status())).inc();
    }
}
