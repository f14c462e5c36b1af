package dev.keywright.server.web.console;

import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;

/** {@code POST /developers/{client_id}/redirect-uris}: adds one, or says why it cannot be added. */
final class AddRedirectUri implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;

    AddRedirectUri(Console console, ConnectionPage page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        String uri = form.text("redirect_uri").strip();
        return ConnectionAction.edit(
                console,
                request,
                developer,
                registration.connection(),
                new Edit.AddRedirectUri(uri, console.redirectUriRules()),
                Done.REDIRECT_URI_ADDED,
                reason -> page.refused(
                        developer,
                        registration.connection().internalTo().isPresent()
                                ? ConnectionView.Refused.because(registration, reason)
                                : ConnectionView.Refused.redirectUri(registration, uri, reason)));
    }
}
