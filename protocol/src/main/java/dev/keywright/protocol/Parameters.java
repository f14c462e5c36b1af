package dev.keywright.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request body, whichever format they came in. An empty string counts as absent (RFC 6749 §3.1).
 *
 * @param values each parameter once, by its name
 */
public record Parameters(Map<String, Value> values) {
    /** What a parameter holds. */
    public sealed interface Value {
        /** What it is, with its article, for a message. */
        String kind();

        /** A string: the only thing a form can hold. */
        record Text(String text) implements Value {
            @Override
            public String kind() {
                return "a string";
            }
        }

        /** A JSON object. */
        record Nested(Parameters parameters) implements Value {
            @Override
            public String kind() {
                return "an object";
            }
        }

        /** Another JSON value. */
        record Other(String kind) implements Value {}
    }

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
        Value value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Value.Text text) {
            return text.text().isEmpty() ? Optional.empty() : Optional.of(text.text());
        }
        throw new Misshapen(name + " should be a string, instead was " + value.kind());
    }

    /** The object under this name; empty when it is absent, JSON null or an empty string. Refuses any other value. */
    public Optional<Parameters> nested(String name) throws Misshapen {
        Value value = values.get(name);
        if (value == null || value.equals(new Value.Text(""))) {
            return Optional.empty();
        }
        if (value instanceof Value.Nested nested) {
            return Optional.of(nested.parameters());
        }
        throw new Misshapen(name + " should be an object, instead was " + value.kind());
    }

    /** Shows names only: values may be secrets. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
