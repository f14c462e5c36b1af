package dev.keywright.server.web.console;

import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import java.util.function.Function;

/** A form that is one edit of its connection; why it was refused is said on the connection's page. */
final class OneEdit implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;
    private final Done done;
    private final Function<Form, Edit> edit;

    OneEdit(Console console, ConnectionPage page, Done done, Function<Form, Edit> edit) {
        this.console = console;
        this.page = page;
        this.done = done;
        this.edit = edit;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        return ConnectionAction.edit(
                console,
                request,
                developer,
                registration.connection(),
                edit.apply(form),
                done,
                reason -> page.refused(developer, ConnectionView.Refused.because(registration, reason)));
    }
}
