package dev.keywright.server.consent;

import dev.keywright.protocol.Parameters;
import dev.keywright.server.authorization.CodeChallenge;
import dev.keywright.server.connection.Connection;
import java.util.Optional;

/**
 * An authorization request that was checked (RFC 6749 §4.1.1): a person may be asked.
 *
 * @param answerTo where the answer goes
 * @param redirectUri the {@code redirect_uri} that was sent; empty when it was left to the only registered one
 * @param parameters as they came
 */
public record AuthorizationRequest(
        Connection connection,
        RedirectTarget answerTo,
        Optional<String> redirectUri,
        Optional<CodeChallenge> challenge,
        Parameters parameters) {}
