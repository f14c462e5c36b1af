package dev.keywright.server.description;

import dev.keywright.protocol.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What JSON looks like: a JSON Schema of draft 2020-12, which OpenAPI 3.1 is made of.
 *
 * @param json the schema itself
 * @param definitions the schemas that it refers to by name
 */
public record Schema(JsonValue.Fields json, Map<String, JsonValue> definitions) {
    /** Where a document has the schemas with a name. */
    static final String PLACE = "#/components/schemas/";

    private static final String TYPE = "type";

    public Schema {
        definitions = Map.copyOf(definitions);
    }

    private Schema(Members json) {
        this(json.fields(), Map.of());
    }

    /** Any text. */
    public static Schema text() {
        return new Schema(new Members().put(TYPE, "string"));
    }

    /** A text in a form that JSON Schema has a name for: {@code uuid}, {@code uri}, {@code date-time}. */
    public static Schema text(String format) {
        return new Schema(new Members().put(TYPE, "string").put("format", format));
    }

    /** Whole numbers. */
    public static Schema wholeNumber() {
        return new Schema(new Members().put(TYPE, "integer"));
    }

    /** Whole numbers from {@code least} to {@code most}. */
    public static Schema wholeNumber(int least, int most) {
        return new Schema(new Members()
                .put(TYPE, "integer")
                .put("minimum", new JsonValue.Numeral(String.valueOf(least)))
                .put("maximum", new JsonValue.Numeral(String.valueOf(most))));
    }

    /** {@code true} or {@code false}. */
    public static Schema truth() {
        return new Schema(new Members().put(TYPE, "boolean"));
    }

    /** {@code true} or {@code false}, and always this one. */
    public static Schema truth(boolean value) {
        return new Schema(new Members().put("const", value));
    }

    /** One of these words. */
    public static Schema oneOf(List<String> words) {
        return new Schema(new Members()
                .put(TYPE, "string")
                .put("enum", words.stream().map(JsonValue.Text::new).toList()));
    }

    /** One of these words. */
    public static Schema oneOf(String... words) {
        return oneOf(List.of(words));
    }

    /** Nothing but {@code null}. */
    public static Schema nothing() {
        return new Schema(new Members().put(TYPE, "null"));
    }

    /** A list, each of whose entries looks so. */
    public static Schema listOf(Schema entry) {
        return new Schema(
                new Members().put(TYPE, "array").put("items", entry.json()).fields(), entry.definitions());
    }

    /** What looks like one of these. */
    public static Schema anyOf(Schema... cases) {
        return new Schema(
                new Members()
                        .put("anyOf", Stream.of(cases).map(Schema::json).toList())
                        .fields(),
                definitionsOf(Stream.of(cases)));
    }

    /** Anything. */
    public static Schema anything() {
        return new Schema(new Members());
    }

    /** An object with any members. */
    public static Schema anyObject() {
        return new Schema(new Members().put(TYPE, "object"));
    }

    /** An object with these members. */
    public static Schema object(Member... members) {
        return object(List.of(members));
    }

    /** An object with these members. */
    public static Schema object(List<Member> members) {
        Members properties = new Members();
        List<JsonValue> required = new ArrayList<>();
        for (Member member : members) {
            properties.put(member.name(), member.schema().json());
            if (member.required()) {
                required.add(new JsonValue.Text(member.name()));
            }
        }
        Members json = new Members().put(TYPE, "object").put("properties", properties);
        if (!required.isEmpty()) {
            json.put("required", required);
        }
        return new Schema(json.fields(), definitionsOf(members.stream().map(Member::schema)));
    }

    /** This, or {@code null}. */
    public Schema orNull() {
        return anyOf(this, nothing());
    }

    /** This, and what it means. */
    public Schema meaning(String sentence) {
        return new Schema(
                new Members().putAll(json.values()).put("description", sentence).fields(), definitions);
    }

    /** This under a name, by which a document refers to it. */
    public Schema named(String name) {
        Map<String, JsonValue> all = new LinkedHashMap<>(definitions);
        all.put(name, json);
        return new Schema(new Members().put("$ref", PLACE + name).fields(), all);
    }

    /** The one that has this name, wherever that is described: for what has itself as a part. */
    public static Schema reference(String name) {
        return new Schema(new Members().put("$ref", PLACE + name));
    }

    private static Map<String, JsonValue> definitionsOf(Stream<Schema> parts) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        parts.forEach(part -> all.putAll(part.definitions()));
        return all;
    }
}
