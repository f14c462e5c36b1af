package dev.keywright.server.oauth;

import dev.keywright.protocol.OAuthErrorCode;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.connection.Connection;
import java.time.Duration;
import java.util.Optional;

/** What client authentication came to. */
sealed interface Authentication {
    /**
     * The client is who it says, and its body is readable.
     *
     * @param note what a developer should know although the client got in
     */
    record Authenticated(Connection connection, Parameters parameters, Optional<String> note)
            implements Authentication {}

    /** Refused; {@code why} is for journal and log only. */
    record Refused(OAuthErrorCode code, String why) implements Authentication {}

    /** Not looked at: too many failed from the same address. */
    record Throttled(Duration delay) implements Authentication {}
}
