package dev.keywright.server.consent;

import dev.keywright.protocol.NearMiss;
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
     * @param nearMiss the registered redirect URI that is most like the one that came
     */
    record NoRedirect(String field, String problem, Optional<Connection> known, Optional<NearMiss> nearMiss)
            implements CheckedRequest {
        /** A parameter that is wrong, and not by little. */
        public NoRedirect(String field, String problem) {
            this(field, problem, Optional.empty(), Optional.empty());
        }

        /** What is wrong and what would be right, for a developer. */
        public String explanation() {
            return problem
                    + nearMiss.map(miss ->
                                    "; it differs from " + miss.expected() + " at character " + miss.firstDifference())
                            .orElse("")
                    + known.map(connection -> "; registered: " + String.join(", ", connection.redirectUris()))
                            .orElse("");
        }
    }

    /** An error that goes back to the client. */
    record ErrorRedirect(RedirectTarget target, String error, String problem) implements CheckedRequest {}
}
