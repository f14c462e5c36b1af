package dev.keywright.protocol;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * A bot as another bot sees it: nothing about for whom it acts.
 *
 * @param name the connection's name
 * @param avatarUrl the connection's icon
 */
public record OtherBot(BotId id, String name, Optional<String> avatarUrl) implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        BotUser.writeHead(json, id, name, avatarUrl);
        json.writeObjectPropertyStart("bot");
        json.writeEndObject();
    }
}
