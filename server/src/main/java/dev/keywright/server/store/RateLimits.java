package dev.keywright.server.store;

import java.util.Optional;

/**
 * How often clients may ask in a minute.
 *
 * @param requestsPerMinute what a connection may ask the API in one workspace; empty: no limit
 * @param failedAuthentications how often one address may fail to authenticate as a client; empty: no limit
 */
public record RateLimits(Optional<Integer> requestsPerMinute, Optional<Integer> failedAuthentications) {
    /** No limits. */
    public static final RateLimits NONE = new RateLimits(Optional.empty(), Optional.empty());
}
