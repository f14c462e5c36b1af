package dev.keywright.server.metrics;

import dev.keywright.server.http.Outcome;
import dev.keywright.server.http.Request;
import dev.keywright.server.http.Routes;
import dev.keywright.server.http.Traffic;
import io.prometheus.metrics.core.datapoints.Timer;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;

/** Counts requests by method, route and status, and how long they took from being read to being answered. */
final class CountedRequests implements Traffic {
    /** Any other is counted as one, and so is any other route: a client may invent as many as it likes. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String OTHER = "other";

    private static final String UNAVAILABLE = "503";

    private final Routes routes;
    private final Counter requests;
    private final Counter unavailable;
    private final Gauge inFlight;
    private final Histogram durations;

    CountedRequests(PrometheusRegistry registry, Routes routes) {
        this.routes = routes;
        this.requests = Counter.builder()
                .name("keywright_http_requests_total")
                .help("Requests that were answered.")
                .labelNames("method", "route", "status")
                .withoutExemplars()
                .register(registry);
        this.unavailable = Counter.builder()
                .name("keywright_storage_unavailable_total")
                .help("Requests that were answered with 503, because the store could not be used.")
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
    public Passage begins(Request request) {
        String method = METHODS.contains(request.method()) ? request.method() : OTHER;
        String route = routes.route(request.path()).orElse(OTHER);
        Timer timer = durations.labelValues(route).startTimer();
        inFlight.inc();
        return outcome -> {
            inFlight.dec();
            timer.observeDuration();
            String status = status(outcome);
            requests.labelValues(method, route, status).inc();
            if (status.equals(UNAVAILABLE)) {
                unavailable.inc();
            }
        };
    }

    private static String status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> Integer.toString(answer.status());
            case Outcome.Faulted(var answer, var fault) -> Integer.toString(answer.status());
            case Outcome.Dropped dropped -> "none";
        };
    }
}
