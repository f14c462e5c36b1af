package dev.keywright.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** JSON as text. */
final class JsonText {
    private JsonText() {}

    /** A field that is neither missing nor null. */
    static Optional<String> find(JsonNode object, String name) {
        return Optional.of(object.path(name))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .map(JsonText::of);
    }

    /** The fields of an object in their order; what is no object has none. */
    static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
        return fields;
    }

    private static String of(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
