package dev.keywright.protocol;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * A person, as the wire shows one to a connection.
 *
 * @param name what the person is called
 * @param avatarUrl a picture
 * @param email the address; shown only to a connection that may see it
 */
public record Person(PersonId id, Optional<String> name, Optional<String> avatarUrl, String email) {
    /** Writes the user object, as much of it as {@code people} allows: partial, without email, or whole. */
    public void write(JsonGenerator json, Capabilities.People people) {
        json.writeStartObject();
        writeFields(json, people);
        json.writeEndObject();
    }

    /** Writes the fields of the user object, without the surrounding braces. */
    void writeFields(JsonGenerator json, Capabilities.People people) {
        json.writeStringProperty("object", "user");
        json.writeStringProperty("id", id.toString());
        if (people != Capabilities.People.NONE) {
            writeDetails(json, people);
        }
    }

    private void writeDetails(JsonGenerator json, Capabilities.People people) {
        Nullable.write(json, "name", name);
        Nullable.write(json, "avatar_url", avatarUrl);
        json.writeStringProperty("type", "person");
        json.writeObjectPropertyStart("person");
        if (people == Capabilities.People.WITH_EMAIL) {
            json.writeStringProperty("email", email);
            json.writeBooleanProperty("email_verified", true);
        }
        json.writeEndObject();
    }
}
