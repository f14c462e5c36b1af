package dev.keywright.client;

/** What came of a revocation (RFC 7009): it is done, or why that is not known. */
public sealed interface RevocationResult permits Revoked, Failure {}
