package dev.keywright.server.document;

import dev.keywright.protocol.Clip;
import java.util.List;
import java.util.Map;

/** One part of a document. What stands under a field is placed on the line of the field's name. */
public sealed interface Node {
    /** Where it stands. */
    Place place();

    /** What it is, with its article, for a message. */
    String kind();

    /** Named fields, in their order. */
    record Mapping(Place place, Map<String, Node> fields) implements Node {
        @Override
        public String kind() {
            return "a group of fields";
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param written its text without quotes, whatever its type; {@link #text} is the one that refuses numbers
     */
    record Scalar(Place place, Type type, String written) implements Node {
        @Override
        public String kind() {
            return type.kind;
        }
    }

    /** What YAML takes a single value for. */
    enum Type {
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("null");

        private final String kind;

        Type(String kind) {
            this.kind = kind;
        }
    }

    /** Whether this is null, which counts as left out. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.type() == Type.NULL;
    }

    /** The text here, on one line and not blank; refuses anything else. */
    default String text() throws Complaint {
        if (!(this instanceof Scalar(Place here, Type type, String text)) || type == Type.NULL) {
            throw place().complaint("should be text, instead is " + kind());
        }
        if (type != Type.TEXT) {
            // The value is not repeated: it may be a secret.
            throw here.complaint("should be text, instead is " + kind() + "; put it in quotes");
        }
        if (text.isBlank()) {
            throw here.complaint("should not be empty; leave it out or give it a value");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw here.complaint("should be on one line and have no control characters");
        }
        return text;
    }

    /** True or false; refuses anything else. */
    default boolean flag() throws Complaint {
        if (this instanceof Scalar(Place here, Type type, String text) && type == Type.BOOLEAN) {
            return Boolean.parseBoolean(text);
        }
        throw place().complaint("should be true or false, instead is " + kind());
    }

    /** A whole number from {@code least} to {@code most}; refuses anything else. */
    default int number(int least, int most) throws Complaint {
        String found = this instanceof Scalar scalar && !isNull() ? '"' + Clip.name(scalar.written()) + '"' : kind();
        if (this instanceof Scalar(Place here, Type type, String text) && type == Type.NUMBER) {
            try {
                int number = Integer.parseInt(text);
                if (least <= number && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Refused below, as every other value that is no such number.
            }
        }
        throw place().complaint("should be a whole number from " + least + " to " + most + ", instead is " + found);
    }

    /** The parts of a list; refuses anything else. */
    default List<Node> items() throws Complaint {
        if (this instanceof Sequence(Place here, List<Node> items)) {
            return items;
        }
        throw place().complaint("should be a list, instead is " + kind());
    }

    /** Text that is one of these words; refuses anything else. */
    default String oneOf(List<String> words) throws Complaint {
        if (this instanceof Scalar scalar && words.contains(scalar.written())) {
            return scalar.written();
        }
        String found = this instanceof Scalar scalar && !isNull() ? '"' + Clip.name(scalar.written()) + '"' : kind();
        throw place().complaint("should be " + Nearest.choice(words) + ", instead is " + found);
    }
}
