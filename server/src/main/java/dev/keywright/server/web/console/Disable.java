package dev.keywright.server.web.console;

import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;

/** {@code POST /developers/{client_id}/disable} and {@code enable}. */
final class Disable implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;
    private final boolean off;

    Disable(Console console, ConnectionPage page, boolean off) {
        this.console = console;
        this.page = page;
        this.off = off;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        return ConnectionAction.edit(
                console,
                request,
                developer,
                registration.connection(),
                new Edit.Disable(off),
                off ? Done.DISABLED : Done.ENABLED,
                reason -> page.refused(developer, ConnectionView.Refused.because(registration, reason)));
    }
}
