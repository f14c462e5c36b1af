package dev.keywright.client;

import java.util.Optional;

/**
 * The server understood and refuses (RFC 6749 §5.2). Asking again gets the same answer.
 *
 * @param code which error, as far as this client knows it
 * @param error the code as it was sent, also when it is not known
 * @param description a sentence for developers; Notion sends none, Keywright does in its {@code standard} dialect
 * @param status the HTTP status, 400 to 499
 * @param requestId the server's id of the request
 */
public record Refused(
        ErrorCode code, String error, Optional<String> description, int status, Optional<String> requestId)
        implements Failure {}
