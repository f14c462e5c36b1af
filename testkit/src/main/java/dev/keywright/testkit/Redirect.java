package dev.keywright.testkit;

import java.net.URI;
import java.util.Optional;

/**
 * Where the browser is sent after a person answered.
 *
 * @param uri the redirect URI with the answer in its query
 * @param authorizationCode empty when the answer is an error
 */
public record Redirect(URI uri, Optional<String> authorizationCode) {
    /**
     * The code, good for ten minutes and one exchange.
     *
     * @throws EmulatorRefusedException when the answer is an error; the message says which
     */
    public String code() {
        return authorizationCode.orElseThrow(
                () -> new EmulatorRefusedException("there is no code: the browser is sent to " + uri));
    }

    /** Without the query of a good answer, in which the code is. */
    @Override
    public String toString() {
        return authorizationCode.isPresent() ? "Redirect[code=***]" : "Redirect[" + uri + "]";
    }
}
