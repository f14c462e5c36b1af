package dev.keywright.client;

/** What came of asking about a token (RFC 7662): it is active or not, or why that is not known. */
public sealed interface IntrospectionResult permits ActiveToken, InactiveToken, Failure {}
