package dev.keywright.protocol;

import tools.jackson.core.JsonGenerator;

/** For whom a bot acts. */
public sealed interface Owner {
    /** Writes the owner as the value of a field {@code owner}. */
    void write(JsonGenerator json);

    /** The person who allowed the connection, shown as far as its capabilities go. */
    record User(Person person, Capabilities.People people) implements Owner {
        @Override
        public void write(JsonGenerator json) {
            json.writeObjectPropertyStart("owner");
            json.writeStringProperty("type", "user");
            json.writeName("user");
            person.write(json, people);
            json.writeEndObject();
        }
    }

    /** The workspace itself: the bot of an internal connection. */
    record Workspace() implements Owner {
        @Override
        public void write(JsonGenerator json) {
            json.writeObjectPropertyStart("owner");
            json.writeStringProperty("type", "workspace");
            json.writeBooleanProperty("workspace", true);
            json.writeEndObject();
        }
    }
}
