package dev.keywright.server.description;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer that an operation may have.
 *
 * @param meaning when it is given, in a sentence
 * @param content what the body looks like by its content type; none when it is empty
 * @param headers what each header of it means that a caller should look at
 */
public record Reply(int status, String meaning, Map<String, Schema> content, Map<String, String> headers) {
    /** The content type of most. */
    static final String JSON = "application/json";

    public Reply {
        content = Map.copyOf(content);
        headers = Map.copyOf(headers);
    }

    /** One without a body. */
    public static Reply empty(int status, String meaning) {
        return new Reply(status, meaning, Map.of(), Map.of());
    }

    /** One whose body is JSON. */
    public static Reply json(int status, String meaning, Schema body) {
        return empty(status, meaning).or(JSON, body);
    }

    /** The same, or in another form where the request asks for it. */
    public Reply or(String contentType, Schema body) {
        Map<String, Schema> all = new LinkedHashMap<>(content);
        all.put(contentType, body);
        return new Reply(status, meaning, all, headers);
    }

    /** The same with a header. */
    public Reply with(String header, String what) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, what);
        return new Reply(status, meaning, content, all);
    }

    Members json() {
        Members json = new Members().put("description", meaning);
        if (!headers.isEmpty()) {
            Members described = new Members();
            headers.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(header -> described.put(
                            header.getKey(),
                            new Members()
                                    .put("description", header.getValue())
                                    .put("schema", Schema.text().json())));
            json.put("headers", described);
        }
        return content.isEmpty() ? json : json.put("content", content(content));
    }

    static Members content(Map<String, Schema> byType) {
        Members json = new Members();
        byType.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(type -> json.put(
                        type.getKey(),
                        new Members().put("schema", type.getValue().json())));
        return json;
    }
}
