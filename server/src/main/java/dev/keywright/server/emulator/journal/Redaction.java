package dev.keywright.server.emulator.journal;

import dev.keywright.protocol.Clip;
import dev.keywright.protocol.FormText;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.Uuids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes of what was sent what may be shown and kept: secrets, codes and tokens by their first and last characters, whatever
 * is long cut off. A secret is known by the name it was sent under, and, under any other name, by its looks.
 */
final class Redaction {
    private static final Set<String> SECRET = Set.of(
            "client_secret", "refresh_token", "access_token", "token", "code_verifier", "password", "client_assertion");
    private static final int TEXT = 300;
    private static final int ITEMS = 10;
    private static final int FIELDS = 40;
    private static final int DEPTH = 8;

    /** What is at least this long, in one word with digits in it, and no UUID or URI, may be a secret. */
    private static final int SUSPICIOUS = 30;

    private static final JsonValue CUT = new JsonValue.Text("\u2026");

    private Redaction() {}

    /** Parameters, or an object, as they may be shown. */
    static JsonValue fields(Map<String, JsonValue> values) {
        return fields(values, 0);
    }

    private static JsonValue fields(Map<String, JsonValue> values, int depth) {
        Map<String, JsonValue> shown = new LinkedHashMap<>();
        values.entrySet().stream()
                .limit(FIELDS)
                .forEach(field -> shown.put(
                        Clip.text(text("", field.getKey()), TEXT), value(field.getKey(), field.getValue(), depth)));
        if (values.size() > FIELDS) {
            shown.put("\u2026", new JsonValue.Text((values.size() - FIELDS) + " more"));
        }
        return new JsonValue.Fields(shown);
    }

    private static JsonValue value(String name, JsonValue value, int depth) {
        if (depth == DEPTH) {
            return CUT;
        }
        return switch (value) {
            case JsonValue.Text(String text) -> new JsonValue.Text(text(name, text));
            case JsonValue.Fields(var values) -> fields(values, depth + 1);
            case JsonValue.Items(List<JsonValue> values) -> items(name, values, depth + 1);
            case JsonValue.Numeral(String literal) -> literal.length() < SUSPICIOUS ? value : CUT;
            case JsonValue.Truth truth -> truth;
            case JsonValue.Null nothing -> nothing;
        };
    }

    private static JsonValue items(String name, List<JsonValue> values, int depth) {
        List<JsonValue> shown = new ArrayList<>();
        values.stream().limit(ITEMS).forEach(item -> shown.add(value(name, item, depth)));
        if (values.size() > ITEMS) {
            shown.add(new JsonValue.Text("\u2026 " + (values.size() - ITEMS) + " more"));
        }
        return new JsonValue.Items(shown);
    }

    private static String text(String name, String text) {
        if (SECRET.contains(name)) {
            return Clip.secret(text);
        }
        if (name.equals("code")) {
            // An error has a code too, and that is a word.
            return Clip.word(text);
        }
        if (text.contains("://") || text.startsWith("/")) {
            return Clip.text(uri(text), TEXT);
        }
        return looksSecret(text) ? Clip.secret(text) : Clip.text(text, TEXT);
    }

    private static boolean looksSecret(String text) {
        return text.length() >= SUSPICIOUS
                && text.chars().noneMatch(Character::isWhitespace)
                && text.chars().anyMatch(Character::isDigit)
                && Uuids.anyForm(text).isEmpty();
    }

    /** A URI or path as it may be shown: each part of the path and each value of the query by the same rules. */
    static String uri(String uri) {
        int fragment = uri.indexOf('#');
        String whole = fragment < 0 ? uri : uri.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = path(question < 0 ? whole : whole.substring(0, question));
        return question < 0 ? path : path + "?" + query(whole.substring(question + 1));
    }

    /** A path as it may be shown: some pages are opened by a link that nobody else has. */
    static String path(String path) {
        return Stream.of(path.split("/", -1)).map(Redaction::word).collect(Collectors.joining("/"));
    }

    private static String query(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return equals < 0
                            ? word(pair)
                            : word(pair.substring(0, equals)) + "="
                                    + text(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                })
                .collect(Collectors.joining("&"));
    }

    /** A URI in a query is read more easily as it was meant. */
    private static String decoded(String value) {
        return FormText.decode(value).orElse(value);
    }

    private static String word(String word) {
        return looksSecret(word) ? Clip.secret(word) : Clip.text(word, TEXT);
    }
}
