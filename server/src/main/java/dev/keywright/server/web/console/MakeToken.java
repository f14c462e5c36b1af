package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import java.util.Optional;

/** {@code POST /developers/{client_id}/tokens}: one more static token of an internal connection, shown in the answer alone. */
final class MakeToken implements ConnectionAction.Doing {
    private static final String NO_ROOM = "An internal connection has at most two live tokens. End one of them first.";

    private final Console console;
    private final ConnectionPage page;
    private final StaticTokens tokens;
    private final SecretPage secrets;

    MakeToken(Console console, ConnectionPage page, StaticTokens tokens, SecretPage secrets) {
        this.console = console;
        this.page = page;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        Connection connection = registration.connection();
        Optional<String> token = tokens.issue(connection);
        if (token.isEmpty()) {
            return page.refused(developer, ConnectionView.Refused.because(registration, NO_ROOM));
        }
        console.record(request, developer, connection.id(), "token-made");
        return secrets.show(developer, connection, token.get(), false);
    }
}
