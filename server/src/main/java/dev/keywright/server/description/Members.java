package dev.keywright.server.description;

import dev.keywright.protocol.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the members of a JSON object, in order. */
final class Members {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    Members put(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    Members put(String name, String text) {
        return put(name, new JsonValue.Text(text));
    }

    Members put(String name, boolean value) {
        return put(name, new JsonValue.Truth(value));
    }

    Members put(String name, Members value) {
        return put(name, value.fields());
    }

    Members put(String name, List<? extends JsonValue> values) {
        return put(name, new JsonValue.Items(List.copyOf(values)));
    }

    Members putAll(Map<String, JsonValue> more) {
        members.putAll(more);
        return this;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    JsonValue.Fields fields() {
        return new JsonValue.Fields(members);
    }
}
