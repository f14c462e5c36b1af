package dev.keywright.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object. Empty, null and missing are the same, and so is a value of an unexpected type where the
 * field is not required: new forms of what this client can do without must not cost anyone a token.
 */
record JsonFields(JsonNode object) {
    private static final int MAX_NESTING = 32;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .build();

    /** An answer lacks what it must have; the message quotes nothing of it. */
    static final class Misshapen extends Exception {
        private static final long serialVersionUID = 1;

        Misshapen(String problem) {
            super(problem, null, false, false);
        }
    }

    static JsonFields read(byte[] body) throws Misshapen {
        try {
            JsonNode value = JSON.readTree(body);
            if (value.isObject()) {
                return new JsonFields(value);
            }
        } catch (JacksonException e) {
            throw new Misshapen("the answer is not JSON");
        }
        throw new Misshapen("the answer is no JSON object");
    }

    static byte[] write(Map<String, ?> fields) {
        return JSON.writeValueAsBytes(new LinkedHashMap<>(fields));
    }

    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        return value.isString() && !value.stringValue().isEmpty() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** A text to show to people and logs. */
    Optional<String> words(String name) {
        return text(name).map(ServerText::oneLine);
    }

    Optional<UUID> uuid(String name) {
        try {
            return text(name).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Long> number(String name) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
    }

    boolean isTrue(String name) {
        return object.path(name).isBoolean() && object.path(name).booleanValue();
    }

    Optional<JsonFields> nested(String name) {
        JsonNode value = object.path(name);
        return value.isObject() ? Optional.of(new JsonFields(value)) : Optional.empty();
    }

    /** The value of a required field. */
    static <V> V required(Optional<V> value, String name) throws Misshapen {
        if (value.isEmpty()) {
            throw new Misshapen("the answer has no proper " + name);
        }
        return value.get();
    }

    /** Shows nothing: there may be tokens in it. */
    @Override
    public String toString() {
        return "JsonFields[***]";
    }
}
