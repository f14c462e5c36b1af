package dev.keywright.server.metrics;

import dev.keywright.server.http.Request;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that Prometheus reads. */
final class Page {
    private Page() {}

    /** Its lines, as they are now. */
    static List<String> of(PrometheusRegistry registry) {
        Request request = new Request("an-id", "GET", "/metrics", "", name -> List.of(), new byte[0], "192.0.2.1");
        byte[] text = new MetricsEndpoint(registry).answer(request).body();
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
