package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Edited;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import java.util.Optional;

/** {@code POST /developers/{client_id}/secrets}: one more secret, shown in the answer and nowhere else. */
final class MakeSecret implements ConnectionAction.Doing {
    private final Console console;
    private final ConnectionPage page;
    private final SecretPage secrets;

    MakeSecret(Console console, ConnectionPage page, SecretPage secrets) {
        this.console = console;
        this.page = page;
        this.secrets = secrets;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        Connection connection = registration.connection();
        PlainSecret secret = PlainSecret.random(console.random());
        Optional<Edited> edited = console.store()
                .connections()
                .edit(connection.id(), new Edit.AddSecret(secret.kept(console.now(), console.emulates())));
        if (edited.isEmpty()) {
            return console.errors().notFound(developer);
        }
        if (edited.get() instanceof Edited.Refused(String reason)) {
            return page.refused(developer, ConnectionView.Refused.because(registration, reason));
        }
        console.record(request, developer, connection.id(), "secret-made");
        return secrets.show(developer, connection, secret.reveal(), false);
    }
}
