package dev.keywright.protocol;

import tools.jackson.core.JsonGenerator;

/** A person as a user object, as far as {@code people} allows: partial, without email, or whole. */
public record PersonUser(Person person, Capabilities.People people) implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        person.writeFields(json, people);
    }
}
