package dev.keywright.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON strictly: one value in UTF-8, no field twice, nothing behind it, nested no deeper than anyone needs. */
public final class JsonReader {
    private static final int MAX_NESTING = 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
            .build();

    private JsonReader() {}

    /** What a text turned out to be. */
    public sealed interface Read {
        /** One value. */
        record Understood(JsonValue value) implements Read {}

        /** Not one well-formed value; {@code problem} says why and quotes nothing. */
        record Malformed(String problem) implements Read {}
    }

    /** Reads a body, which must be UTF-8. */
    public static Read read(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Read.Malformed("the body is not valid UTF-8");
        }
        return read(text);
    }

    static Read read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return new Read.Malformed("the body is empty");
            }
            JsonValue value = value(json, first);
            return json.nextToken() == null
                    ? new Read.Understood(value)
                    : new Read.Malformed(
                            "the body goes on after the JSON " + value.kind().replaceFirst("^an? ", ""));
        } catch (JacksonException e) {
            return new Read.Malformed("the body is not valid JSON, or repeats a field");
        }
    }

    private static JsonValue value(JsonParser json, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(json.getString());
            case START_OBJECT -> fields(json);
            case START_ARRAY -> items(json);
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            case VALUE_NULL -> new JsonValue.Null();
            default -> new JsonValue.Numeral(json.getString());
        };
    }

    private static JsonValue fields(JsonParser json) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            values.put(name, value(json, json.nextToken()));
        }
        return new JsonValue.Fields(values);
    }

    private static JsonValue items(JsonParser json) {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            values.add(value(json, token));
        }
        return new JsonValue.Items(values);
    }
}
