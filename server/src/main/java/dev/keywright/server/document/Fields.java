package dev.keywright.server.document;

import dev.keywright.protocol.Clip;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one group, of which every name is known. A field that is null counts as left out. */
public final class Fields {
    private final Place place;
    private final Map<String, Node> fields;

    private Fields(Node.Mapping mapping) {
        this.place = mapping.place();
        this.fields = mapping.fields();
    }

    /** The fields of {@code node}. Refuses anything but a group, and any field but those of these names. */
    public static Fields of(Node node, List<String> known) throws Complaint {
        if (!(node instanceof Node.Mapping mapping)) {
            throw node.place()
                    .complaint("should be a group of fields (" + String.join(", ", known) + "), instead is "
                            + node.kind());
        }
        for (Map.Entry<String, Node> field : mapping.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw field.getValue()
                        .place()
                        .complaint("is not a known field; the nearest known one is "
                                + Nearest.to(field.getKey(), known).orElse("none"));
            }
        }
        return new Fields(mapping);
    }

    /** Where the field stands; when it was left out, where its group stands. */
    public Place place(String name) {
        return node(name).map(Node::place).orElse(place);
    }

    /** What stands under the name. */
    public Optional<Node> node(String name) {
        return Optional.ofNullable(fields.get(name)).filter(node -> !node.isNull());
    }

    /** What stands under the name; refuses its absence. */
    public Node required(String name) throws Complaint {
        Optional<Node> node = node(name);
        if (node.isEmpty()) {
            throw place.complaint("should have the field " + name);
        }
        return node.get();
    }

    /** The text under the name. */
    public Optional<String> text(String name) throws Complaint {
        Optional<Node> node = node(name);
        return node.isEmpty() ? Optional.empty() : Optional.of(node.get().text());
    }

    /** True or false, or what it is when left out. */
    public boolean flag(String name, boolean whenLeftOut) throws Complaint {
        Optional<Node> node = node(name);
        return node.isEmpty() ? whenLeftOut : node.get().flag();
    }

    /** A whole number from {@code least} to {@code most}. */
    public Optional<Integer> number(String name, int least, int most) throws Complaint {
        Optional<Node> node = node(name);
        return node.isEmpty() ? Optional.empty() : Optional.of(node.get().number(least, most));
    }

    /** The list under the name; empty when left out. */
    public List<Node> list(String name) throws Complaint {
        Optional<Node> node = node(name);
        return node.isEmpty() ? List.of() : node.get().items();
    }

    /** The names that were given and are not null, in their order. */
    public List<String> names() {
        return fields.keySet().stream().filter(name -> node(name).isPresent()).toList();
    }

    /** Shows names only: values may be secrets. */
    @Override
    public String toString() {
        return "Fields" + Clip.text(fields.keySet().toString(), 200);
    }
}
