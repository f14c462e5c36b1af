package dev.keywright.client;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token of this connection that works now. Notion says its scope and since when; the rest is Keywright's
 * {@code standard} dialect.
 *
 * @param scope what the connection may do, {@code read_content} for example
 * @param issuedAt since when the token exists. Notion sends milliseconds, RFC 7662 has seconds: both are understood
 * @param expiresAt until when it works, if nobody ends it before
 * @param botId {@code sub}: the bot
 * @param workspaceId the workspace
 * @param requestId the server's id of the request
 */
public record ActiveToken(
        Set<String> scope,
        Optional<Instant> issuedAt,
        Optional<Instant> expiresAt,
        Optional<UUID> botId,
        Optional<UUID> workspaceId,
        Optional<String> requestId)
        implements IntrospectionResult {
    /** Copies the scope, which nobody changes from then on. */
    public ActiveToken {
        scope = Set.copyOf(scope);
    }
}
