package dev.keywright.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * No answer that says yes or no.
 *
 * @param kind what happened
 * @param safeToRepeat whether the same request may be sent again without harm, whatever became of this one. Always so for
 *     introspection and revocation. So for a refresh against Keywright, which answers a repeated refresh with the very
 *     same pair for 60 seconds, and no worse than giving up elsewhere: the old refresh token is all there is. Not so for
 *     an exchange that may have arrived: a code used twice ends its authorization (RFC 6749 §4.1.2), so send the person to
 *     authorize again
 * @param retryAfter how long to wait, when the server says so
 * @param status the HTTP status, when there was an answer
 * @param requestId the server's id of the request, when there was an answer that had one
 * @param detail what happened, for a log; quotes neither request nor answer
 */
public record Unavailable(
        Kind kind,
        boolean safeToRepeat,
        Optional<Duration> retryAfter,
        OptionalInt status,
        Optional<String> requestId,
        String detail)
        implements Failure {
    /** What happened. */
    public enum Kind {
        /** There was no connection: name, port, network or TLS. The request was not sent. */
        UNREACHABLE,
        /** The request was sent and no whole answer came: the connection broke, or the time or the size ran out. */
        UNANSWERED,
        /** The server said that something on its side failed (status 500 and above). */
        SERVER_ERROR,
        /** The answer is none of this protocol: a redirect, which is never followed, a page of a proxy, broken JSON. */
        UNINTELLIGIBLE
    }
}
