package dev.keywright.server.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Listens, turns what arrives into {@link Request}s, and sends the {@link Answer}s. The one class that knows Helidon. */
public final class HttpServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final CompletableFuture<Router> router = new CompletableFuture<>();
    private final Supplier<String> requestIds;
    private final WebServer server;

    /** Requests in flight, and the server itself: it has drained when nobody but the server is left. */
    private final Phaser inFlight = new Phaser(1);

    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts to listen; throws IllegalStateException when it cannot.
     *
     * @param port 0 takes a free one
     * @param routing makes the router once the port is known, because the public URL may name it
     * @param requestIds makes the id of each request
     */
    public HttpServer(String host, int port, IntFunction<Router> routing, Supplier<String> requestIds) {
        this.requestIds = requestIds;
        this.server = listening(host, port);
        try {
            router.complete(routing.apply(server.port()));
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private WebServer listening(String host, int port) {
        try {
            WebServer listening = WebServer.builder()
                    .host(host)
                    .port(port)
                    .maxTcpConnections(Limits.CONNECTIONS)
                    .idleConnectionTimeout(IDLE)
                    .shutdownHook(false)
                    .addProtocol(Http1Config.builder()
                            .maxPrologueLength(Limits.REQUEST_LINE)
                            .maxHeadersSize(Limits.HEADERS)
                            .build())
                    .directHandlers(malformedRequests())
                    .routing(HttpRouting.builder().any(this::handle))
                    .build()
                    .start();
            // Helidon logs why it cannot listen, and returns.
            if (listening.isRunning()) {
                return listening;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(host + " is not a host", e);
        }
        throw new IllegalStateException("port " + port + " of " + host + " cannot be listened on");
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    private void handle(ServerRequest incoming, ServerResponse outgoing) {
        inFlight.register();
        try {
            send(incoming, outgoing, answer(incoming));
        } finally {
            inFlight.arriveAndDeregister();
        }
    }

    private Answer answer(ServerRequest incoming) {
        String method = incoming.prologue().method().text();
        String path = withoutOneTrailingSlash(incoming.path().rawPath());
        Router router = this.router.join();
        boolean takesBody = router.knows(method, path);
        Request request = new Request(
                requestIds.get(),
                method,
                path,
                incoming.query().rawValue(),
                name -> incoming.headers().all(HeaderNames.create(name), List::of),
                takesBody ? body(incoming) : new byte[0]);
        return request.body().length > Limits.BODY ? router.tooLarge(request) : router.answer(request);
    }

    private static String withoutOneTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") && !path.endsWith("//")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    /** At most one byte more than the limit, which tells that there was more. */
    private static byte[] body(ServerRequest incoming) {
        if (!incoming.content().hasEntity()) {
            return new byte[0];
        }
        if (incoming.headers().contentLength().orElse(0) > Limits.BODY) {
            return new byte[Limits.BODY + 1];
        }
        try (InputStream content = incoming.content().inputStream()) {
            return content.readNBytes(Limits.BODY + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(ServerRequest incoming, ServerResponse outgoing, Answer answer) {
        outgoing.status(Status.create(answer.status()));
        answer.contentType().ifPresent(type -> outgoing.header(HeaderNames.CONTENT_TYPE, type));
        for (Answer.Header header : answer.headers()) {
            outgoing.header(name(header.name()), header.value());
        }
        if (closed.get()) {
            outgoing.header(HeaderNames.CONNECTION, "close");
        }
        if (incoming.prologue().method().text().equals("HEAD")) {
            outgoing.contentLength(answer.body().length);
            outgoing.send();
        } else {
            outgoing.send(answer.body());
        }
    }

    private static HeaderName name(String name) {
        return HeaderNames.create(name);
    }

    /** What is not HTTP, or too much of it, is refused before any endpoint: always the same few words, and the end. */
    private static DirectHandlers malformedRequests() {
        DirectHandler handler = (request, type, status, headers, message) -> DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                .keepAlive(false)
                .entity(status.reasonPhrase())
                .build();
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }

    /** Takes no new connection, finishes the requests in flight (at most ten seconds), and stops. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        int phase = inFlight.arriveAndDeregister();
        try {
            inFlight.awaitAdvanceInterruptibly(phase, DRAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Whoever has not finished by now is cut off; what was committed stays so.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }
}
