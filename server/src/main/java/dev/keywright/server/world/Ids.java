package dev.keywright.server.world;

import dev.keywright.protocol.Clip;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import dev.keywright.server.document.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The ids of one kind of thing, each taken once. */
final class Ids {
    private final String kind;
    private final RandomGenerator random;
    private final Map<UUID, Place> taken = new HashMap<>();

    Ids(String kind, RandomGenerator random) {
        this.kind = kind;
        this.random = random;
    }

    /** The id under this name, or a new one when it was left out. */
    UUID take(Fields fields, String name) throws Complaint {
        var given = fields.node(name);
        UUID id = given.isPresent() ? uuid(given.get()) : Uuids.random(random);
        Place first = taken.putIfAbsent(id, fields.place(name));
        if (first != null) {
            throw fields.place(name).complaint("is already the id of the " + kind + " on line " + first.line());
        }
        return id;
    }

    /** A UUID in any form. One without dashes can look like a number to YAML, which is no reason to refuse it. */
    static UUID uuid(Node node) throws Complaint {
        String text = node instanceof Node.Scalar scalar ? scalar.written() : node.text();
        var uuid = Uuids.anyForm(text);
        if (uuid.isEmpty()) {
            throw node.place()
                    .complaint("should be a UUID such as 17ab3186-873d-418f-b899-c3f6a43f68de, instead is \""
                            + Clip.name(text) + '"');
        }
        return uuid.get();
    }
}
