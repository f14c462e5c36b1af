package dev.keywright.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as a test says, one answer a request, also as no sound server would. */
final class ScriptedServer implements AutoCloseable {
    /** What it answers when the script is over. */
    private static final String OVER = "{\"error\":\"script_is_over\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A request as it arrived. */
    record Asked(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    /** How to answer one request. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts it with a script. */
    static ScriptedServer answering(Answer... answers) throws IOException {
        ScriptedServer server = new ScriptedServer();
        server.script.addAll(List.of(answers));
        return server;
    }

    /** An answer with a JSON body. */
    static Answer json(int status, String body, String... headers) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Reads the request and breaks the connection: the answer is lost. */
    static Answer lost() {
        return HttpExchange::close;
    }

    /** Reads the request and says nothing as long as the test runs. */
    Answer silent() {
        return exchange -> closing.await();
    }

    /** Begins an answer and does not end it. */
    Answer trickling() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closing.await();
        };
    }

    /** A body that does not end as long as anyone reads. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[8192];
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(piece);
                }
            }
        };
    }

    /** A token answer with these tokens. */
    static Answer tokens(String access, String refresh) {
        return json(200, tokenAnswer(access, '"' + refresh + '"', ""));
    }

    /** The body of a token answer. */
    static String tokenAnswer(String access, String refreshJson, String more) {
        return "{\"access_token\":\"" + access + "\",\"token_type\":\"bearer\",\"refresh_token\":" + refreshJson
                + ",\"bot_id\":\"1fe7a51e-8e56-4dd0-8dae-0893c36b17cd\",\"workspace_icon\":null,"
                + "\"workspace_name\":null,\"workspace_id\":\"17ab3186-873d-418f-b899-c3f6a43f68de\","
                + "\"owner\":{\"type\":\"workspace\",\"workspace\":true},\"duplicated_template_id\":null" + more
                + ",\"request_id\":\"7f0c4f0e-1a1a-4b5b-8c8c-0123456789ab\"}";
    }

    void then(Answer answer) {
        script.add(answer);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far, in order. */
    List<Asked> asked() {
        return asked;
    }

    /** A client of this server, with default timeouts. */
    OAuthClient client() {
        return clientBuilder().build();
    }

    OAuthClient.Builder clientBuilder() {
        return OAuthClient.builder(new ClientCredentials("app", "secret-of-app"))
                .baseUrl(url());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        Answer answer = script.poll();
        try (exchange) {
            (answer == null ? json(400, OVER) : answer).give(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
