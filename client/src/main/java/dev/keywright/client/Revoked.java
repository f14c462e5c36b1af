package dev.keywright.client;

import java.util.Optional;

/**
 * The token does not work, now at the latest: servers say so of a token that they never knew, too (RFC 7009 §2.2).
 *
 * @param requestId the server's id of the request
 */
public record Revoked(Optional<String> requestId) implements RevocationResult {}
