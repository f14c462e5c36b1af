package dev.keywright.client;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Issued tokens and whom they act for (RFC 6749 §5.1, and the fields that Notion's token API adds). Fields that this
 * client does not know are ignored.
 *
 * @param accessToken for the API; opaque
 * @param refreshToken for {@link OAuthClient#refresh}; absent for connections that get none. It comes anew with each
 *     refresh: keep both tokens of the same answer
 * @param expiresIn how long the access token lives from now; absent, as at Notion, when it lives until it is replaced
 * @param botId the connection's identity for this person in this workspace; stays the same when the person installs again
 * @param workspaceId the workspace
 * @param workspaceName its name
 * @param workspaceIcon a URL or an emoji
 * @param owner for whom the bot acts
 * @param duplicatedTemplateId the page copied from the developer's template, when this exchange made one
 * @param requestId the server's id of the request
 */
public record TokenResponse(
        String accessToken,
        Optional<String> refreshToken,
        Optional<Duration> expiresIn,
        UUID botId,
        UUID workspaceId,
        Optional<String> workspaceName,
        Optional<String> workspaceIcon,
        Owner owner,
        Optional<UUID> duplicatedTemplateId,
        Optional<String> requestId)
        implements TokenResult {
    /** Shows nothing of the tokens and the person. */
    @Override
    public String toString() {
        return "TokenResponse[botId=" + botId + ", ***]";
    }
}
