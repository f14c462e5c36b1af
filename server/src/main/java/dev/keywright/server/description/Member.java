package dev.keywright.server.description;

/**
 * A member of a JSON object.
 *
 * @param required whether it is always there
 */
public record Member(String name, Schema schema, boolean required) {
    /** One that is always there. */
    public static Member required(String name, Schema schema) {
        return new Member(name, schema, true);
    }

    /** One that may be left out. */
    public static Member optional(String name, Schema schema) {
        return new Member(name, schema, false);
    }
}
