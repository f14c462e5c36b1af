package dev.keywright.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A request that was answered, for whoever watches.
 *
 * @param route the pattern of the path, {@code /v1/pages/{page_id}}, which unlike the path holds nothing that a client
 *     sent; empty when no route has the path
 * @param began when the request had been read
 * @param took until its answer was ready to be sent; never negative
 */
public record Exchange(Request request, Optional<String> route, int status, Instant began, Duration took) {
    /** RFC 9110 §9.1, RFC 5789. */
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** The method, when it is one of HTTP's; empty for one that a client made up, of which there may be any number. */
    public Optional<String> knownMethod() {
        return Optional.of(request.method()).filter(METHODS::contains);
    }
}
