package dev.keywright.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A value of a request, as its sender wrote it. */
public sealed interface JsonValue {
    /** What it is, with its article, for a message. */
    String kind();

    /** The value as compact JSON. */
    String toJson();

    /** A string: the only thing a form or a query can hold. */
    record Text(String text) implements JsonValue {
        @Override
        public String kind() {
            return "a string";
        }

        @Override
        public String toJson() {
            return JsonText.quoted(text);
        }
    }

    /** A number, not yet read as one: it may be too large for any type. */
    record Numeral(String literal) implements JsonValue {
        @Override
        public String kind() {
            return "a number";
        }

        @Override
        public String toJson() {
            return literal;
        }
    }

    /** {@code true} or {@code false}. */
    record Truth(boolean value) implements JsonValue {
        @Override
        public String kind() {
            return "a boolean";
        }

        @Override
        public String toJson() {
            return String.valueOf(value);
        }
    }

    /** {@code null}. */
    record Null() implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }

        @Override
        public String toJson() {
            return "null";
        }
    }

    /** An array. */
    record Items(List<JsonValue> values) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "an array";
        }

        @Override
        public String toJson() {
            return values.stream().map(JsonValue::toJson).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** An object, its fields in the order in which they came. */
    record Fields(Map<String, JsonValue> values) implements JsonValue {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String kind() {
            return "an object";
        }

        @Override
        public String toJson() {
            return values.entrySet().stream()
                    .map(field -> JsonText.quoted(field.getKey()) + ":"
                            + field.getValue().toJson())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }
}
