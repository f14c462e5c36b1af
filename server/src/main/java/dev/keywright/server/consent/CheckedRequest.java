package dev.keywright.server.consent;

import dev.keywright.server.connection.Connection;
import java.util.Optional;

/** What the check of an authorization request came to. */
public sealed interface CheckedRequest {
    /** A person may be asked. */
    record Valid(AuthorizationRequest request) implements CheckedRequest {}

    /**
     * Nothing that could be trusted with a redirect was named: an error page, status 400.
     *
     * @param field the parameter that is wrong
     * @param problem what is wrong with it
     * @param known the connection, when it is only the redirect URI that is wrong
     */
    record NoRedirect(String field, String problem, Optional<Connection> known) implements CheckedRequest {
        /** What is wrong and what would be right, for a developer. */
        public String explanation() {
            return problem
                    + known.map(connection -> "; registered: " + String.join(", ", connection.redirectUris()))
                            .orElse("");
        }
    }

    /** An error that goes back to the client. */
    record ErrorRedirect(RedirectTarget target, String error, String problem) implements CheckedRequest {}
}
