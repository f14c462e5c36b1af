package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Edited;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.FrontDoor;
import java.util.Optional;

/** What the forms of one connection share: it is there for this developer, an edit is tried, and what came of it is shown. */
final class ConnectionAction implements FrontDoor.Action {
    private final Console console;
    private final Doing doing;

    ConnectionAction(Console console, Doing doing) {
        this.console = console;
        this.doing = doing;
    }

    /** What one form does to the connection that it is of. */
    interface Doing {
        /** Does it. */
        Answer act(Request request, Visitor.SignedIn developer, Registration registration, Form form);
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer, Form form) {
        return console.theirs(request, developer)
                .map(registration -> doing.act(request, developer, registration, form))
                .orElseGet(() -> console.errors().notFound(developer));
    }

    /** An edit that succeeds or needs nothing done, unless the connection is gone or it is refused with a reason. */
    static Answer edit(
            Console console,
            Request request,
            Visitor.SignedIn developer,
            Connection connection,
            Edit edit,
            Done done,
            RefusedPage refused) {
        Optional<Edited> edited = console.store().connections().edit(connection.id(), edit);
        if (edited.isEmpty()) {
            return console.errors().notFound(developer);
        }
        return switch (edited.get()) {
            case Edited.Changed changed -> {
                console.record(request, developer, connection.id(), done.word());
                yield Console.done(connection.id(), done);
            }
            case Edited.Unchanged unchanged -> Console.done(connection.id(), done);
            case Edited.Stale stale ->
                refused.show("Somebody else changed this connection since you opened the page. Nothing of yours was"
                        + " saved yet: look at it again, and save.");
            case Edited.Refused(String reason) -> refused.show(reason);
        };
    }

    /** The page that says why an edit was refused. */
    interface RefusedPage {
        /** The page. */
        Answer show(String reason);
    }
}
