package dev.keywright.protocol;

import java.util.Map;
import java.util.UUID;

/** An id in the path of a REST request: dashed or not, in any case. */
public sealed interface PathId {
    /** An id. */
    record Understood(UUID id) implements PathId {}

    /** No id. */
    record Refused(ApiError error) implements PathId {}

    /** Reads what the path has under {@code name}, which refusals call it by. */
    static PathId read(String name, String value) {
        try {
            return new Understood(FieldReader.of("path", Map.of(name, new JsonValue.Text(value)))
                    .requiredId(name));
        } catch (FieldReader.Invalid e) {
            return new Refused(e.error());
        }
    }
}
