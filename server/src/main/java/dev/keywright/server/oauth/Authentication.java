package dev.keywright.server.oauth;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.Parameters;
import java.time.Duration;
import java.util.Optional;

/**
 * What client authentication came to.
 *
 * @param <C> who may be a client
 */
sealed interface Authentication<C> {
    /**
     * The client is who it says, and its body is readable.
     *
     * @param note what a developer should know although the client got in
     */
    record Authenticated<C>(ClientId id, C client, Parameters parameters, Optional<String> note)
            implements Authentication<C> {}

    /** Refused; {@code why} is for journal and log only. */
    record Refused<C>(OAuthErrorCode code, String why) implements Authentication<C> {}

    /** Not looked at: too many failed from the same address. */
    record Throttled<C>(Duration delay) implements Authentication<C> {}
}
