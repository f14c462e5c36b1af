package dev.keywright.server.authorization;

import java.time.Instant;

/**
 * Allowed, and its code not yet redeemed: generation 0.
 *
 * @param codeExpiresAt from this moment on the code is worth nothing
 */
public record Pending(Consent consent, Instant codeExpiresAt) implements State {}
