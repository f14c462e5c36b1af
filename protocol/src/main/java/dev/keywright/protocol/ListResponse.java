package dev.keywright.protocol;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/**
 * A part of a list, in the recorded key order.
 *
 * @param type what the list is of
 * @param nextCursor where the list goes on; empty when this is its end
 */
public record ListResponse(String type, List<WireBody> results, Optional<UUID> nextCursor) implements WireBody {
    public ListResponse {
        results = List.copyOf(results);
    }

    /** A list of people and bots. */
    public static ListResponse ofUsers(List<WireBody> users, Optional<UUID> nextCursor) {
        return new ListResponse("user", users, nextCursor);
    }

    /** What a search found. */
    public static ListResponse ofSearch(List<WireBody> found, Optional<UUID> nextCursor, NotionVersion version) {
        return new ListResponse("page_or_" + SearchRequest.otherObject(version), found, nextCursor);
    }

    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("object", "list");
        json.writeArrayPropertyStart("results");
        for (WireBody result : results) {
            json.writeStartObject();
            result.writeFields(json);
            json.writeEndObject();
        }
        json.writeEndArray();
        Nullable.write(json, "next_cursor", nextCursor.map(UUID::toString));
        json.writeBooleanProperty("has_more", nextCursor.isPresent());
        json.writeStringProperty("type", type);
        json.writeObjectPropertyStart(type);
        json.writeEndObject();
    }
}
