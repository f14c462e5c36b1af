package dev.keywright.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a request body into {@link Parameters}: JSON and form, each strictly. */
public final class ParameterReader {
    private ParameterReader() {}

    /** What a body turned out to be. */
    public sealed interface Read {
        /** Well-formed. */
        record Understood(Parameters parameters) implements Read {}

        /** Not one well-formed set of parameters; {@code problem} says why, for the journal. */
        record Malformed(String problem) implements Read {}

        /** The text of this name; empty when there is none, for it may be anything here. */
        default Optional<String> text(String name) {
            return this instanceof Understood understood
                            && understood.parameters().values().get(name) instanceof JsonValue.Text value
                            && !value.text().isEmpty()
                    ? Optional.of(value.text())
                    : Optional.empty();
        }
    }

    /** Reads {@code body} as its content type says. Repeated names, trailing data and any other charset than UTF-8 are malformed. */
    public static Read read(Optional<String> contentType, byte[] body) {
        if (contentType.isEmpty()) {
            return new Read.Malformed("the request has no Content-Type; send application/json");
        }
        String[] parts = contentType.get().toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return new Read.Malformed("the body's charset should be utf-8");
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Read.Malformed("the body is not valid UTF-8");
        }
        return switch (parts[0].strip()) {
            case "application/json" -> json(text);
            case "application/x-www-form-urlencoded" -> form(text);
            default ->
                new Read.Malformed("the Content-Type should be application/json or application/x-www-form-urlencoded");
        };
    }

    /** Reads a form or a query string (WHATWG URL, application/x-www-form-urlencoded). */
    public static Read form(String text) {
        Map<String, JsonValue> values = new HashMap<>();
        if (text.isEmpty()) {
            return new Read.Understood(new Parameters(values));
        }
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = FormText.decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = FormText.decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return new Read.Malformed("a parameter has an incomplete percent-encoding");
            }
            if (values.putIfAbsent(name.get(), new JsonValue.Text(value.get())) != null) {
                return new Read.Malformed("a parameter is repeated: " + Clip.word(name.get()));
            }
        }
        return new Read.Understood(new Parameters(values));
    }

    private static Read json(String text) {
        JsonReader.Read read = JsonReader.read(text);
        if (read instanceof JsonReader.Read.Malformed malformed) {
            return new Read.Malformed(malformed.problem());
        }
        return ((JsonReader.Read.Understood) read).value() instanceof JsonValue.Fields fields
                ? new Read.Understood(new Parameters(fields.values()))
                : new Read.Malformed("the body should be a JSON object");
    }
}
