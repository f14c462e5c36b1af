package dev.keywright.client;

/** What came of asking the token endpoint: tokens, or why there are none. */
public sealed interface TokenResult permits TokenResponse, Failure {}
