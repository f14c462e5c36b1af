package dev.keywright.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person answers at the authorization page. Each method gives another consent and changes none.
 *
 * @param fields of {@code POST /emulator/authorize}, beside those of the authorization request
 */
public record Consent(Map<String, Object> fields) {
    /** A consent; the map is copied. */
    public Consent {
        fields = Map.copyOf(fields);
    }

    /** Allows, as the first member of the first workspace that will do, with all top-level pages. */
    public static Consent allow() {
        return new Consent(Map.of("decision", "allow"));
    }

    /** Cancels. */
    public static Consent deny() {
        return new Consent(Map.of("decision", "deny"));
    }

    /** As the person with this email. */
    public Consent person(String email) {
        return with("person", email);
    }

    /** In the workspace with this id. */
    public Consent workspace(UUID id) {
        return with("workspace", id.toString());
    }

    /** Shares these pages, each with all below it; none: shares nothing. */
    public Consent pages(UUID... ids) {
        return with("pages", List.of(ids).stream().map(UUID::toString).toList());
    }

    /** Takes a copy of the connection's template instead of sharing pages. */
    public Consent duplicateTemplate() {
        return with("duplicate_template", true);
    }

    private Consent with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Consent(more);
    }
}
