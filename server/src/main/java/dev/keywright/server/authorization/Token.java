package dev.keywright.server.authorization;

/**
 * What a genuine token says: the row it names and the generation of that row it belongs to. It is not yet known whether
 * the row still honours it.
 *
 * @param keyId the key its MAC was made with
 * @param generation 1 or more; a token says it in 32 bits
 */
public record Token(TokenKind kind, KeyId keyId, long generation, AuthorizationId authorization) {}
