package dev.keywright.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request body, whichever format they came in. An empty string counts as absent (RFC 6749 §3.1).
 *
 * @param values each parameter once, by its name
 */
public record Parameters(Map<String, JsonValue> values) {
    /** A parameter that is there but not of the type it should be. */
    public static final class Misshapen extends Exception {
        private static final long serialVersionUID = 1L;

        Misshapen(String message) {
            super(message, null, false, false);
        }

        /** What was wrong, naming the parameter and never its value. */
        public String problem() {
            return String.valueOf(getMessage());
        }
    }

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The string under this name; empty when it is absent, empty or JSON null. Refuses any other JSON value. */
    public Optional<String> text(String name) throws Misshapen {
        JsonValue value = values.get(name);
        if (value == null || value instanceof JsonValue.Null) {
            return Optional.empty();
        }
        if (value instanceof JsonValue.Text text) {
            return text.text().isEmpty() ? Optional.empty() : Optional.of(text.text());
        }
        throw new Misshapen(name + " should be a string, instead was " + value.kind());
    }

    /** The object under this name; empty when it is absent, JSON null or an empty string. Refuses any other value. */
    public Optional<Parameters> nested(String name) throws Misshapen {
        JsonValue value = values.get(name);
        if (value == null || value instanceof JsonValue.Null || value.equals(new JsonValue.Text(""))) {
            return Optional.empty();
        }
        if (value instanceof JsonValue.Fields nested) {
            return Optional.of(new Parameters(nested.values()));
        }
        throw new Misshapen(name + " should be an object, instead was " + value.kind());
    }

    /** Shows names only: values may be secrets. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
