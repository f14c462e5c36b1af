package dev.keywright.server.http;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;

/** Listens, turns what arrives into {@link Request}s, and sends the {@link Answer}s. This room alone knows Helidon. */
public final class HttpServer implements AutoCloseable {
    private static final String REQUEST_ID = "x-notion-request-id";
    private static final HeaderName NAMELESS = HeaderNames.create("");
    private static final String CONTENT_TYPE = "Content-Type";

    /** What is in nearly every answer, checked and encoded once. */
    private static final Map<Answer.Header, Header> SAME_EVERY_TIME = Stream.concat(
                    Stream.of(new Answer.Header(CONTENT_TYPE, Answer.JSON)), Router.COMMON_HEADERS.stream())
            .collect(Collectors.toUnmodifiableMap(
                    header -> header, header -> HeaderValues.createCached(header.name(), header.value())));

    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final CompletableFuture<Router> router = new CompletableFuture<>();
    private final Supplier<String> requestIds;
    private final TrustedProxies proxies;
    private final WebServer server;

    /** Requests in flight, and the server itself: it has drained when nobody but the server is left. */
    private final Phaser inFlight = new Phaser(1);

    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts to listen; throws IllegalStateException when it cannot.
     *
     * @param routing makes the router once the port is known, because the public URL may name it
     * @param requestIds makes the id of each request
     */
    public HttpServer(Listening listening, IntFunction<Router> routing, Supplier<String> requestIds) {
        this.requestIds = requestIds;
        this.proxies = listening.proxies();
        this.server = listening(listening);
        try {
            router.complete(routing.apply(server.port()));
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private WebServer listening(Listening where) {
        try {
            WebServerConfig.Builder builder = WebServer.builder()
                    .host(where.host())
                    .port(where.port())
                    .maxTcpConnections(Limits.CONNECTIONS)
                    .idleConnectionTimeout(IDLE)
                    .idleConnectionPeriod(IdleTimer.PERIOD)
                    // What does not fit into one write would otherwise wait 40 ms for the client's acknowledgement.
                    .connectionOptions(options -> options.tcpNoDelay(true))
                    .shutdownHook(false)
                    .addProtocol(Http1Config.builder()
                            .maxPrologueLength(Limits.REQUEST_LINE)
                            .maxHeadersSize(Limits.HEADERS)
                            .build())
                    .directHandlers(malformedRequests())
                    .routing(HttpRouting.builder().any(this::handle));
            where.certificate().ifPresent(certificate -> encrypt(builder, certificate));
            WebServer listening = builder.build().start();
            // Helidon logs why it cannot listen, and returns.
            if (listening.isRunning()) {
                return listening;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(where.host() + " is not a host", e);
        }
        throw new IllegalStateException("port " + where.port() + " of " + where.host() + " cannot be listened on");
    }

    private static void encrypt(WebServerConfig.Builder builder, X509ExtendedKeyManager certificate) {
        SSLContext context = TlsContext.of(certificate, IDLE.plus(IdleTimer.PERIOD.multipliedBy(2)));
        // With its other sockets Helidon 4.5 asks the DNS for the name of each client, and waits for that.
        builder.tls(Tls.builder().sslContext(context).build()).useNio(false);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    private void handle(ServerRequest incoming, ServerResponse outgoing) {
        Body body = new Body(incoming);
        boolean last;
        inFlight.register();
        try {
            last = answer(incoming, outgoing, body);
        } finally {
            inFlight.arriveAndDeregister();
        }
        if (last) {
            body.letStragglersIn();
            // Helidon would read on, and take what is left of this request for the next one (RFC 9112 §9.6, §11.2).
            throw new CloseConnectionException("the answer was the last one of its connection");
        }
    }

    /** Answers; gives whether that was the connection's last answer. */
    private boolean answer(ServerRequest incoming, ServerResponse outgoing, Body body) {
        String method = incoming.prologue().method().text();
        String path = withoutOneTrailingSlash(incoming.path().rawPath());
        Router router = this.router.join();
        boolean takesBody = router.readsBody(method, path);
        Request request;
        try {
            if (incoming.headers().contains(NAMELESS)) {
                throw new IOException("a header has no name");
            }
            Request.Headers headers = name -> incoming.headers().all(HeaderNames.create(name), List::of);
            request = new Request(
                    requestIds.get(),
                    method,
                    path,
                    incoming.query().rawValue(),
                    headers,
                    takesBody ? body.read() : new byte[0],
                    proxies.client(incoming.remotePeer().host(), headers));
        } catch (IOException | RuntimeException e) {
            // A body that is not framed as it says: nobody knows where the next request begins.
            send(incoming, outgoing, malformed(), true);
            throw new CloseConnectionException("the body is malformed", e);
        }
        boolean tooLarge = request.body().length > Limits.BODY;
        boolean last = tooLarge
                || closed.get()
                || incoming.headers().containsToken(HeaderValues.CONNECTION_CLOSE)
                || (!takesBody && body.isOfUnknownOrTooLargeSize());
        Outcome outcome = tooLarge ? router.tooLarge(request) : router.answer(request);
        switch (outcome) {
            case Outcome.Answered(Answer answer) -> send(incoming, outgoing, answer, last);
            case Outcome.Faulted(Answer answer, String fault) -> send(incoming, outgoing, answer, last);
            case Outcome.Dropped(String why) -> throw new CloseConnectionException(why);
        }
        return last;
    }

    private Answer malformed() {
        return Answer.text(400, Status.BAD_REQUEST_400.reasonPhrase())
                .with(REQUEST_ID, requestIds.get())
                .with("X-Content-Type-Options", "nosniff");
    }

    private static String withoutOneTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") && !path.endsWith("//")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private static void send(ServerRequest incoming, ServerResponse outgoing, Answer answer, boolean last) {
        outgoing.status(Status.create(answer.status()));
        answer.contentType().ifPresent(type -> outgoing.header(header(new Answer.Header(CONTENT_TYPE, type))));
        for (Answer.Header header : answer.headers()) {
            Header made = header(header);
            // Added and not set: cookies come one a header.
            if (made.headerName().equals(HeaderNames.SET_COOKIE)) {
                outgoing.headers().add(made);
            } else {
                outgoing.header(made);
            }
        }
        if (last) {
            outgoing.header(HeaderValues.CONNECTION_CLOSE);
        }
        if (incoming.prologue().method().text().equals("HEAD")) {
            outgoing.contentLength(answer.body().length);
            outgoing.send();
        } else if (answer.events().isPresent()) {
            stream(outgoing, answer.events().get());
        } else {
            outgoing.send(answer.body());
        }
    }

    private static void stream(ServerResponse outgoing, EventStream events) {
        try (OutputStream client = outgoing.outputStream()) {
            events.sendTo(client);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("whoever listened has left", e);
        }
    }

    private static Header header(Answer.Header header) {
        Header known = SAME_EVERY_TIME.get(header);
        return known == null ? HeaderValues.create(header.name(), header.value()) : known;
    }

    /** What is not HTTP, or too much of it, is refused before any endpoint: always the same few words, and the end. */
    private DirectHandlers malformedRequests() {
        DirectHandler handler = (request, type, status, headers, message) -> {
            // A client that left in the middle of its headers: no defect, though Helidon would log it as one.
            Status said = type == DirectHandler.EventType.INTERNAL_ERROR
                            && request.path().isEmpty()
                    ? Status.BAD_REQUEST_400
                    : status;
            return DirectHandler.TransportResponse.builder()
                    .status(said)
                    .headers(headers)
                    .header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
                    .header(HeaderNames.create(REQUEST_ID), requestIds.get())
                    .keepAlive(false)
                    .entity(said.reasonPhrase())
                    .build();
        };
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
        stop();
    }

    private void stop() {
        server.stop();
        IdleTimer.end(server);
    }
}
