package dev.keywright.server.tracing;

import dev.keywright.server.http.Exchange;
import dev.keywright.server.http.Request;
import dev.keywright.server.http.Watcher;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A span for each request, by OpenTelemetry's semantic conventions for HTTP servers, sent in batches by OTLP over HTTP. What
 * a client sent is not in it, but for the method and the ids of {@code traceparent} (W3C Trace Context). When the collector
 * does not keep up, spans are dropped; no request waits.
 */
public final class Tracing implements Watcher {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    private static final int SERVER_ERROR = 500;

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> VERSION = AttributeKey.stringKey("service.version");

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Attributes ofEverySpan;

    /**
     * Begins to send spans.
     *
     * @param collector scheme, host and port of a collector that takes OTLP over HTTP
     * @param scheme that of the server's URL
     * @param address the host of the server's URL
     * @param version of the program
     */
    public Tracing(URI collector, String scheme, String address, String version) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector + "/v1/traces")
                .setTimeout(TIMEOUT)
                .setConnectTimeout(TIMEOUT)
                .setMeterProvider(MeterProvider.noop())
                .build();
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(SERVICE, "keywright", VERSION, version))))
                .addSpanProcessor(BatchSpanProcessor.builder(new SayingExporter(exporter, collector))
                        .setMeterProvider(MeterProvider.noop())
                        .build())
                .build();
        this.tracer = provider.get("dev.keywright.server");
        this.ofEverySpan = Attributes.of(SCHEME, scheme, ADDRESS, address);
    }

    @Override
    public void answered(Exchange exchange) {
        Request request = exchange.request();
        String method = exchange.knownMethod().orElse("_OTHER");
        String named = exchange.knownMethod().orElse("HTTP");
        AttributesBuilder attributes =
                ofEverySpan.toBuilder().put(METHOD, method).put(STATUS, (long) exchange.status());
        exchange.route().ifPresent(route -> attributes.put(ROUTE, route));
        boolean failed = exchange.status() >= SERVER_ERROR;
        if (failed) {
            attributes.put(ERROR, String.valueOf(exchange.status()));
        }
        Span span = tracer.spanBuilder(
                        exchange.route().map(route -> named + " " + route).orElse(named))
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent(request))
                .setStartTimestamp(exchange.began())
                .setAllAttributes(attributes.build())
                .startSpan();
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(exchange.began().plus(exchange.took()));
    }

    /** No more of the trace context is read than ids and flags. */
    private static Context parent(Request request) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), request, new TraceParent());
    }

    /** Sends what is still to be sent, for as long as a stop can wait. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
