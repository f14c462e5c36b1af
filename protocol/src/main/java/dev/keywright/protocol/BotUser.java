package dev.keywright.protocol;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * The bot that a token acts as: the answer of {@code GET /v1/users/me}.
 *
 * @param name the connection's name
 * @param avatarUrl the connection's icon
 */
public record BotUser(
        BotId id,
        String name,
        Optional<String> avatarUrl,
        Owner owner,
        Optional<String> workspaceName,
        WorkspaceId workspaceId)
        implements WireBody {
    /** The upload limit recorded for a workspace on the free plan, in bytes. */
    private static final long MAX_FILE_UPLOAD_SIZE = 5_242_880;

    @Override
    public void writeFields(JsonGenerator json) {
        writeHead(json, id, name, avatarUrl);
        json.writeObjectPropertyStart("bot");
        owner.write(json);
        Nullable.write(json, "workspace_name", workspaceName);
        json.writeStringProperty("workspace_id", workspaceId.toString());
        json.writeObjectPropertyStart("workspace_limits");
        json.writeNumberProperty("max_file_upload_size_in_bytes", MAX_FILE_UPLOAD_SIZE);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes what every bot begins with. */
    static void writeHead(JsonGenerator json, BotId id, String name, Optional<String> avatarUrl) {
        json.writeStringProperty("object", "user");
        json.writeStringProperty("id", id.toString());
        json.writeStringProperty("name", name);
        Nullable.write(json, "avatar_url", avatarUrl);
        json.writeStringProperty("type", "bot");
    }
}
