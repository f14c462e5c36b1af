package dev.keywright.server.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log when a collector stops taking spans, and when it takes them again: a line each, however many spans are
 * lost between. The library's own lines, several a minute and in a format of their own, are turned off.
 */
final class SayingExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(SayingExporter.class);

    private final SpanExporter exporter;
    private final URI collector;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** Kept: the platform forgets the level of a logger that nobody holds. */
    private final java.util.logging.Logger library = java.util.logging.Logger.getLogger("io.opentelemetry");

    SayingExporter(SpanExporter exporter, URI collector) {
        this.exporter = exporter;
        this.collector = collector;
        library.setLevel(Level.OFF);
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> say(result.isSuccess()));
    }

    private void say(boolean taken) {
        if (failing.compareAndSet(taken, !taken)) {
            if (taken) {
                LOG.warn("otlp_endpoint {} takes spans again", collector);
            } else {
                LOG.warn("otlp_endpoint {} takes no spans; they are lost until it does", collector);
            }
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
