package dev.keywright.server.consent;

import dev.keywright.protocol.FormText;
import dev.keywright.protocol.JsonValue;
import dev.keywright.protocol.Parameters;
import dev.keywright.server.authorization.CodeChallenge;
import dev.keywright.server.connection.Connection;
import java.util.List;
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
        Parameters parameters) {
    /** The order in which Notion's own redirect to the page has them, then what we add. */
    private static final List<String> PARAMETERS = List.of(
            "response_type", "client_id", "redirect_uri", "owner", "state", "code_challenge", "code_challenge_method");

    /** The parameters as a query: what the page is asked with, and what a transaction keeps. */
    public String query() {
        StringBuilder query = new StringBuilder();
        for (String name : PARAMETERS) {
            if (parameters.values().get(name) instanceof JsonValue.Text(String text)) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(FormText.encode(text));
            }
        }
        return query.toString();
    }
}
