package dev.keywright.server.web.console;

import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;

/** {@code POST /developers/{client_id}/secrets/end}: ends one secret at once. */
final class EndSecret implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;

    EndSecret(Console console, ConnectionPage page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        return ConnectionAction.edit(
                console,
                request,
                developer,
                registration.connection(),
                new Edit.EndSecret(form.text("secret")),
                Done.SECRET_ENDED,
                reason -> page.refused(developer, ConnectionView.Refused.because(registration, reason)));
    }
}
