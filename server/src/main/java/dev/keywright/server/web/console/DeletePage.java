package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Installed;
import dev.keywright.server.web.Ago;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.templates.console.JtedeleteGenerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /developers/{client_id}/delete}: what will stop working, and the consent request whether it shall. */
public final class DeletePage implements FrontDoor.Page {
    private static final int SHOWN = 10;
    private static final int COUNTED = 1000;

    private final Console console;

    /** The page of this console. */
    public DeletePage(Console console) {
        this.console = console;
    }

    /** An installation that will end: where, for whom, and when it was last used. */
    public record Loss(String workspace, String person, Ago used) {}

    /**
     * What will be lost.
     *
     * @param installations how many, in words
     * @param some a few of them
     * @param more whether there are others
     */
    public record Losses(String installations, List<Loss> some, boolean more) {
        public Losses {
            some = List.copyOf(some);
        }
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer) {
        return console.theirs(request, developer)
                .map(registration -> show(200, developer, registration.connection(), ConnectionView.Entry.EMPTY))
                .orElseGet(() -> console.errors().notFound(developer));
    }

    Answer show(int status, Visitor.SignedIn developer, Connection connection, ConnectionView.Entry name) {
        Frame frame = console.pages()
                .frame("Delete " + Shown.name(connection.name()), developer, Console.path(connection.id()));
        Losses losses = losses(connection);
        return console.pages()
                .show(
                        status,
                        (output, interceptor) ->
                                JtedeleteGenerated.render(output, interceptor, frame, connection, losses, name));
    }

    private Losses losses(Connection connection) {
        List<Installed> some = console.store().installations().ofConnection(connection.id(), Optional.empty(), SHOWN);
        int count = console.store().installations().count(connection.id(), COUNTED);
        Instant now = console.now();
        return new Losses(
                ConnectionList.counted(count),
                some.stream().map(installed -> loss(installed, now)).toList(),
                count > some.size());
    }

    private Loss loss(Installed installed, Instant now) {
        var installation = installed.bot().installation();
        return new Loss(
                console.store()
                        .workspace(installation.workspace())
                        .map(workspace -> workspace.name())
                        .orElse("a workspace that is gone"),
                console.store()
                        .person(installation.person())
                        .map(person -> person.name().orElse(person.email()))
                        .orElse("somebody who is gone"),
                Ago.of(installed.lastUsed(), now));
    }
}
