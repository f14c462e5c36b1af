package dev.keywright.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Too many requests (status 429). Nothing was done, so whatever it was can be asked again, an exchange too.
 *
 * @param retryAfter how long to wait, as the server says; absent when it does not
 * @param reason {@code rate_limit_reason}, when the server names one
 * @param requestId the server's id of the request
 */
public record RateLimited(Optional<Duration> retryAfter, Optional<String> reason, Optional<String> requestId)
        implements Failure {}
