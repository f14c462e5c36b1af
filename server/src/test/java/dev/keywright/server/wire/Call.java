package dev.keywright.server.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** One request, put together word by word and sent over a connection of its own. */
final class Call {
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String method;
    private final String target;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];

    Call(int port, String method, String target) {
        this.port = port;
        this.method = method;
        this.target = target;
    }

    Call header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Call basic(App app) {
        return basic(app.id(), app.secret());
    }

    Call basic(String id, String secret) {
        return header("Authorization", App.basic(id, secret));
    }

    Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Call version(String version) {
        return header("Notion-Version", version);
    }

    Call json(Map<String, ?> fields) {
        return json(JSON.writeValueAsString(fields));
    }

    Call json(String text) {
        return body("application/json", text);
    }

    Call form(Map<String, String> fields) {
        return body(
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Call body(String contentType, String text) {
        return header("Content-Type", contentType).body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body without a content type, unless one was given as a header. */
    Call body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 || method.equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    String method() {
        return method;
    }

    /** Where it is sent, without the query. */
    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Reply send() {
        return sendFrom("127.0.0.1");
    }

    /** Sends it from another address of this machine. */
    Reply sendFrom(String address) {
        try (Wire wire = new Wire(port, InetAddress.getByName(address))) {
            return wire.send(bytes()).receive(!method.equals("HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
