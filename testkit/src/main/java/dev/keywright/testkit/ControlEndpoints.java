package dev.keywright.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The control endpoints of one emulator: JSON goes there, JSON comes back, and a refusal is an exception. It speaks by the
 * JDK's older HTTP client: the newer one, of which a JVM's first prepares TLS, takes as long to make as half of an emulator.
 */
record ControlEndpoints(URI baseUrl) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Makes what all share, when that is not made yet. */
    static void prepare() {
        JSON.version();
    }

    JsonNode get(String path) {
        return send("GET", path, Optional.empty());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, Optional.of(JSON.writeValueAsBytes(body)));
    }

    JsonNode delete(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("DELETE", encoded.isEmpty() ? path : path + "?" + encoded, Optional.empty());
    }

    private JsonNode send(String method, String pathAndQuery, Optional<byte[]> body) {
        URI uri = baseUrl.resolve(pathAndQuery);
        try {
            HttpURLConnection connection = request(method, uri);
            if (body.isPresent()) {
                write(connection, body.get());
            }
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : error(connection)) {
                JsonNode answer = JSON.readTree(in.readAllBytes());
                if (status != 200) {
                    throw new EmulatorRefusedException(method + " " + uri.getPath() + " is refused: "
                            + answer.path("message").asString());
                }
                return answer;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the emulator at " + uri + " does not answer", e);
        }
    }

    /** What a refusal says; it may say nothing. */
    private static InputStream error(HttpURLConnection connection) {
        return Objects.requireNonNullElse(connection.getErrorStream(), InputStream.nullInputStream());
    }

    private static HttpURLConnection request(String method, URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        // Kept ones would be another thread's to close.
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        // Of a fixed length, it is never sent again behind our back.
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }
}
