package dev.keywright.server.web.console;

import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;

/** {@code POST /developers/{client_id}/tokens/end}: ends one static token at once. */
final class EndStaticToken implements ConnectionAction.Doing {
    private final Console console;
    private final StaticTokens tokens;

    EndStaticToken(Console console, StaticTokens tokens) {
        this.console = console;
        this.tokens = tokens;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        if (tokens.end(registration.connection(), form.text("token"))) {
            console.record(request, developer, registration.connection().id(), Done.TOKEN_ENDED.word());
        }
        return Console.done(registration.connection().id(), Done.TOKEN_ENDED);
    }
}
