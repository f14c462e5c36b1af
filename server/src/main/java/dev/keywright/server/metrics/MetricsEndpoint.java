package dev.keywright.server.metrics;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** {@code GET /metrics}: everything as it stands now, in the text format of Prometheus 0.0.4. */
final class MetricsEndpoint implements Endpoint {
    private final PrometheusRegistry registry;
    private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.create();

    MetricsEndpoint(PrometheusRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Answer answer(Request request) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            format.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(200, Optional.of(format.getContentType()), text.toByteArray(), List.of());
    }
}
