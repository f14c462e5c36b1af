package dev.keywright.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the fields of one object of a REST request; what is wrong is refused in the words of the API. */
final class FieldReader {
    private static final int LONGEST_SHOWN = 200;

    private final String part;
    private final String prefix;
    private final Map<String, JsonValue> values;

    private FieldReader(String part, String prefix, Map<String, JsonValue> values) {
        this.part = part;
        this.prefix = prefix;
        this.values = values;
    }

    /** The fields of one part of a request: {@code body}, {@code query} or {@code path}. */
    static FieldReader of(String part, Map<String, JsonValue> values) {
        return new FieldReader(part, part + ".", values);
    }

    /** A part of the request that is not as it should be. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String part, String problem) {
            super(part + " failed validation: " + problem, null, false, false);
        }

        ApiError error() {
            return new ApiError(ApiErrorCode.VALIDATION_ERROR, String.valueOf(getMessage()));
        }
    }

    /** The refusal of a value: {@code should} says what would have been right. */
    static Invalid invalid(String part, String name, String should, Optional<JsonValue> value) {
        String shown = value.map(JsonValue::toJson).orElse("undefined");
        String clipped = shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…";
        return new Invalid(part, name + " should be " + should + ", instead was `" + clipped + "`.");
    }

    private Invalid invalid(String name, String should) {
        return invalid(part, prefix + name, should, value(name));
    }

    private static String orUndefined(String should) {
        return should + " or `undefined`";
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> text(String name) throws Invalid {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Text)) {
            throw invalid(name, orUndefined("a string"));
        }
        return value.map(text -> ((JsonValue.Text) text).text());
    }

    /** An id in any form. */
    Optional<UUID> id(String name) throws Invalid {
        Optional<String> text = text(name);
        Optional<UUID> id = text.flatMap(Uuids::anyForm);
        if (text.isPresent() && id.isEmpty()) {
            throw invalid(name, orUndefined("a valid uuid"));
        }
        return id;
    }

    /** An id in any form that must be there. */
    UUID requiredId(String name) throws Invalid {
        Optional<UUID> id = value(name).flatMap(value -> Uuids.anyForm(((JsonValue.Text) value).text()));
        return id.orElseThrow(() -> invalid(name, "a valid uuid"));
    }

    Optional<Boolean> truth(String name) throws Invalid {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Truth)) {
            throw invalid(name, orUndefined("a boolean"));
        }
        return value.map(truth -> ((JsonValue.Truth) truth).value());
    }

    Optional<FieldReader> fields(String name) throws Invalid {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Fields)) {
            throw invalid(name, orUndefined("an object"));
        }
        return value.map(fields -> new FieldReader(part, prefix + name + ".", ((JsonValue.Fields) fields).values()));
    }

    /** One of these strings; must be there. */
    String oneOf(String name, List<String> allowed) throws Invalid {
        Optional<JsonValue> value = value(name);
        if (value.isPresent() && value.get() instanceof JsonValue.Text text && allowed.contains(text.text())) {
            return text.text();
        }
        throw invalid(
                name,
                value.isEmpty()
                        ? "defined"
                        : Enumeration.of(allowed.stream().map(JsonText::quoted).collect(Collectors.toList())));
    }

    /** A whole number between these, which a query has as text; {@code byDefault} when it is absent. */
    int number(String name, int least, int most, int byDefault) throws Invalid {
        Optional<JsonValue> value = value(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        BigDecimal number = literal(value.get())
                .flatMap(FieldReader::decimal)
                .orElseThrow(() -> invalid(name, orUndefined("a number")));
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw invalid(name, "≥ `" + least + "`");
        }
        if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw invalid(name, "≤ `" + most + "`");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw invalid(name, orUndefined("an integer"));
        }
        return number.intValueExact();
    }

    private Optional<String> literal(JsonValue value) {
        if (value instanceof JsonValue.Numeral number) {
            return Optional.of(number.literal());
        }
        return part.equals("query") && value instanceof JsonValue.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String literal) {
        try {
            return Optional.of(new BigDecimal(literal));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
