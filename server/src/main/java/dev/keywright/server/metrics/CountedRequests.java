package dev.keywright.server.metrics;

import dev.keywright.server.http.Exchange;
import dev.keywright.server.http.Watcher;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts requests by method, route and status, and how long they took from being read to being answered. */
final class CountedRequests implements Watcher {
    /** Any other method is counted as one, and so is any other route: a client may invent as many as it likes. */
    private static final String OTHER = "other";

    private final Counter requests;
    private final Gauge inFlight;
    private final Durations durations;

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
        this.durations = new Durations(
                registry,
                "keywright_http_request_duration_seconds",
                "From a request being read to its answer being ready.",
                "route");
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
        durations.observe(exchange.took(), route);
        requests.labelValues(method, route, Integer.toString(exchange.status())).inc();
    }
}
