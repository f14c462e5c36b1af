package dev.keywright.server.store;

import dev.keywright.server.authorization.AuthorizationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A live authorization, as lists show it.
 *
 * @param lastUsed when one of its access tokens opened something last, to within an hour
 */
public record LiveAuthorization(AuthorizationId id, Instant since, Optional<Instant> lastUsed) {}
