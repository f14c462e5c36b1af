package dev.keywright.server.web;

import dev.keywright.protocol.FormText;
import dev.keywright.server.http.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a page's form sent: a name may come several times, as ticked boxes do. The OAuth endpoints read more strictly. */
public final class Form {
    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The form of a request; empty when its body is not one. */
    public static Optional<Form> of(Request request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", -1)[0].strip().equals("application/x-www-form-urlencoded")) {
            return Optional.empty();
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The parameters of a page's own query, read like a form; none when they are malformed. */
    public static Form ofQuery(Request request) {
        return read(request.query()).orElseGet(() -> new Form(Map.of()));
    }

    private static Optional<Form> read(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = FormText.decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = FormText.decode(equals < 0 ? "" : pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            values.computeIfAbsent(name.get(), key -> new ArrayList<>()).add(value.get());
        }
        return Optional.of(new Form(values));
    }

    /** The first value of this name; the empty text when there is none. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** The first value of this name without the blanks around it; empty when nothing is left. */
    public Optional<String> given(String name) {
        return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
    }

    /** Every value of this name, in order. */
    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** Whether the name came at all: a ticked box, the button that was pressed. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Shows no value: one may be a password. */
    @Override
    public String toString() {
        return "Form" + values.keySet();
    }
}
