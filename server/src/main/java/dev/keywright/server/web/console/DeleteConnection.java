package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import java.util.Optional;

/** {@code POST /developers/{client_id}/delete}: deletes a connection whose name was typed. */
final class DeleteConnection implements ConnectionAction.Doing {
    private final Console console;
    private final DeletePage page;

    DeleteConnection(Console console, DeletePage page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form) {
        Connection connection = registration.connection();
        String typed = form.text("name");
        if (!typed.strip().equals(connection.name())) {
            return page.show(
                    422,
                    developer,
                    connection,
                    new ConnectionView.Entry(typed, Optional.of("This is not its name. Nothing was deleted.")));
        }
        ClientId id = connection.id();
        Optional<Integer> ended = console.store().connections().delete(id, console.now());
        ended.ifPresent(count -> console.record(request, developer, id, "deleted, authorizations ended: " + count));
        return Answer.seeOther(Console.PATH + "?done=" + Done.DELETED.word());
    }
}
