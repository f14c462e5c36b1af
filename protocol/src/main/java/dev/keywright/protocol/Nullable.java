package dev.keywright.protocol;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes what the wire says as {@code null} when it is absent. */
final class Nullable {
    private Nullable() {}

    static void write(JsonGenerator json, String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
