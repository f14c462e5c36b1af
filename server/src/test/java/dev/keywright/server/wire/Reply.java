package dev.keywright.server.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as it came over the wire: header names and their order as sent. */
record Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** A string field of the JSON body; empty when it is absent or null. */
    String field(String name) {
        return json().path(name).asString("");
    }

    /** The one value of a header; empty when it was not sent. */
    String header(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " was sent " + values.size() + " times: " + values);
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The body with the request's id, which is another each time, written as {@code <id>}. */
    String shape() {
        return text().replace("\"request_id\":\"" + field("request_id") + "\"", "\"request_id\":\"<id>\"");
    }

    /** Where a redirect goes, without the query. */
    String target() {
        return header("location").replaceFirst("\\?.*", "");
    }

    /** A parameter of the redirect as it is sent, decoded; empty when it is absent. */
    String sent(String name) {
        return parameters().getOrDefault(name, "");
    }

    /** The parameters of the redirect, in order and decoded. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        String location = header("location");
        for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Status and error code, as most tests of a refusal ask for them. */
    String refusal() {
        return status + " " + field("error");
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + text();
    }
}
