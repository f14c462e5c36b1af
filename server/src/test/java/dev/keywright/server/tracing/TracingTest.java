package dev.keywright.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.keywright.server.http.Exchange;
import dev.keywright.server.http.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** What a collector is sent. */
class TracingTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    private static Exchange exchange(String method, Optional<String> route, int status, String... headers) {
        Request request = new Request(
                "r1",
                method,
                "/v1/pages/secret-4711",
                "code=4711",
                name -> headers.length > 0 && headers[0].equalsIgnoreCase(name) ? List.of(headers[1]) : List.of(),
                new byte[0],
                "192.0.2.1");
        return new Exchange(request, route, status, Instant.parse("2026-11-27T08:00:00Z"), Duration.ofNanos(1_234_000));
    }

    private static Tracing tracing(URI collector) {
        return new Tracing(collector, "https", "auth.example", "0.1.0");
    }

    private static String sent(Exchange exchange) throws Exception {
        try (Collector collector = Collector.start()) {
            tracingOf(collector.url(), exchange);
            assertThat(collector.received()).hasSize(1);
            return collector.received().getFirst();
        }
    }

    private static void tracingOf(URI collector, Exchange exchange) {
        try (Tracing tracing = tracing(collector)) {
            tracing.answered(exchange);
        }
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aRequestIsASpanByTheConventions() throws Exception {
        String sent = sent(exchange("GET", Optional.of("/v1/pages/{page_id}"), 200));

        assertThat(sent)
                .startsWith("application/x-protobuf\n")
                .contains("service.name", "keywright", "service.version", "0.1.0")
                .contains("GET /v1/pages/{page_id}")
                .contains("http.request.method", "http.route", "http.response.status_code")
                .contains("url.scheme", "https", "server.address", "auth.example")
                .doesNotContain("error.type");
    }

    /** G1 */
    @Test
    void nothingThatAClientSentIsInIt() throws Exception {
        String sent = sent(exchange("SECRET-4711", Optional.empty(), 404, "tracestate", "a=4711"));

        assertThat(sent).contains("HTTP", "_OTHER").doesNotContain("4711", "192.0.2.1", "r1\"");
    }

    @Test
    void aFailureOfTheServerIsAnError() throws Exception {
        assertThat(sent(exchange("GET", Optional.of("/health"), 503))).contains("error.type", "503");
    }

    /** W3C Trace Context §3.2 */
    @Test
    void aSpanGoesIntoTheTraceOfItsCaller() throws Exception {
        String sent =
                sent(exchange("GET", Optional.of("/health"), 200, "traceparent", "00-" + TRACE + "-" + PARENT + "-01"));

        assertThat(sent).contains(bytes(TRACE), bytes(PARENT));
    }

    @Test
    void aTraceThatItsCallerDoesNotRecordIsNotSent() throws Exception {
        try (Collector collector = Collector.start()) {
            tracingOf(
                    collector.url(),
                    exchange("GET", Optional.of("/health"), 200, "traceparent", "00-" + TRACE + "-" + PARENT + "-00"));

            assertThat(collector.received()).isEmpty();
        }
    }

    @Test
    void aMalformedTraceparentBeginsATraceOfItsOwn() throws Exception {
        assertThat(sent(exchange("GET", Optional.of("/health"), 200, "traceparent", "00-4711-\u0000")))
                .contains("GET /health")
                .doesNotContain("4711");
    }

    @Test
    @Timeout(60)
    void aCollectorThatIsDownIsSaidOnceAndOnceWhenItIsBack() throws Exception {
        URI url;
        try (Collector collector = Collector.start()) {
            url = collector.url();
        }
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        while (!(LoggerFactory.getLogger(SayingExporter.class) instanceof Logger)) {
            Thread.onSpinWait();
        }
        ((Logger) LoggerFactory.getLogger(SayingExporter.class)).addAppender(log);
        Exchange exchange = exchange("GET", Optional.of("/health"), 200);
        try (Tracing tracing = tracing(url)) {
            for (int i = 0; i < 5_000; i++) {
                tracing.answered(exchange);
            }
            await(() -> said(log, url).size() == 1);
            try (Collector back = Collector.startAt(url)) {
                await(() -> {
                    tracing.answered(exchange);
                    return said(log, url).size() == 2;
                });
                assertThat(back.received()).isNotEmpty();
            }
        }

        assertThat(said(log, url))
                .containsExactly(
                        "otlp_endpoint " + url + " takes no spans; they are lost until it does",
                        "otlp_endpoint " + url + " takes spans again");
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static List<String> said(ListAppender<ILoggingEvent> log, URI url) {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains(url.toString()))
                .toList();
    }
}
