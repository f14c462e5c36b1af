package dev.keywright.server.audit;

/** A field of an audit event: its name, which stays as it is, and what it holds. */
sealed interface AuditField {
    String name();

    /** An id, or another word without spaces. */
    record Word(String name, String value) implements AuditField {}

    /** A text of the server's own, or a name. */
    record Text(String name, String value) implements AuditField {}

    /** A number. */
    record Numeric(String name, long value) implements AuditField {}

    /** Yes or no. */
    record Flag(String name, boolean value) implements AuditField {}

    /** A field that this event has nothing for. */
    record Nothing(String name) implements AuditField {}
}
