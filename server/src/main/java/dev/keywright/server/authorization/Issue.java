package dev.keywright.server.authorization;

import java.time.Instant;

/**
 * The making of one generation's pair.
 *
 * @param keyId the only key whose tokens of this generation are honoured
 * @param since when the generation began
 */
public record Issue(KeyId keyId, Instant since) {}
