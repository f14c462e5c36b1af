package dev.keywright.client;

import java.util.Optional;

/** Why an endpoint did not do what it was asked. Shows no secret and no token, and may be logged. */
public sealed interface Failure extends TokenResult, IntrospectionResult, RevocationResult, AccessResult
        permits Refused, RateLimited, Unavailable {
    /** {@return the server's id of the request, to name to those who run it; absent when no answer had one} */
    Optional<String> requestId();
}
