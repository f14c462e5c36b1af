package dev.keywright.client;

import java.util.Optional;

/**
 * A token that does not work: unknown, another connection's, expired, revoked or malformed. The server does not say which.
 *
 * @param requestId the server's id of the request
 */
public record InactiveToken(Optional<String> requestId) implements IntrospectionResult {}
