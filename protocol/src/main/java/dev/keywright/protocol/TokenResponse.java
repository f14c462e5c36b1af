package dev.keywright.protocol;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * The answer of the token endpoint, in the key order of the documented schema.
 *
 * @param refreshToken absent for a connection that gets none: {@code null} on the wire
 * @param expiresIn how long the access token lives, in whole seconds on the wire; left out unless a lifetime is set
 * @param workspaceIcon a URL or an emoji
 * @param duplicatedTemplateId the copy of the developer's template, when this exchange made one
 */
public record TokenResponse(
        String accessToken,
        Optional<String> refreshToken,
        Optional<Duration> expiresIn,
        BotId botId,
        Optional<String> workspaceIcon,
        Optional<String> workspaceName,
        WorkspaceId workspaceId,
        Owner owner,
        Optional<PageId> duplicatedTemplateId)
        implements WireBody {
    @Override
    public void writeFields(JsonGenerator json) {
        json.writeStringProperty("access_token", accessToken);
        json.writeStringProperty("token_type", "bearer");
        expiresIn.ifPresent(lifetime -> json.writeNumberProperty("expires_in", lifetime.toSeconds()));
        Nullable.write(json, "refresh_token", refreshToken);
        json.writeStringProperty("bot_id", botId.toString());
        Nullable.write(json, "workspace_icon", workspaceIcon);
        Nullable.write(json, "workspace_name", workspaceName);
        json.writeStringProperty("workspace_id", workspaceId.toString());
        owner.write(json);
        Nullable.write(json, "duplicated_template_id", duplicatedTemplateId.map(PageId::toString));
    }

    /** Shows nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenResponse[bot_id=" + botId + ", ***]";
    }
}
