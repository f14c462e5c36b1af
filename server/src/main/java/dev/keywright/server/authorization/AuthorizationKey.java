package dev.keywright.server.authorization;

/** What a request knows an authorization by: its id, from a token, or its code. */
public sealed interface AuthorizationKey permits AuthorizationId, CodeHash {}
