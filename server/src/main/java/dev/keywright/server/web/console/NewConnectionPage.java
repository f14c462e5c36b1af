package dev.keywright.server.web.console;

import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Drafted.Field;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.templates.console.JtenewConnectionGenerated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /developers/new} and {@code GET /developers/internal/new}: the form of a connection that is not there yet. */
public final class NewConnectionPage implements FrontDoor.Page {
    private final Console console;
    private final boolean internal;

    /** The form, of an internal connection or of one that people install. */
    public NewConnectionPage(Console console, boolean internal) {
        this.console = console;
        this.internal = internal;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer) {
        Draft empty = Draft.empty();
        Draft draft = internal
                ? new Draft("", "", "", empty.capabilities(), empty.people(), "", "internal", only(developer), false)
                : empty;
        return show(200, developer, draft, "", Map.of());
    }

    /** The only workspace there is to choose is chosen. */
    private List<String> only(Visitor.SignedIn developer) {
        return console.workspaces(developer).stream()
                .limit(1)
                .map(workspace -> workspace.id().toString())
                .toList();
    }

    Answer show(
            int status, Visitor.SignedIn developer, Draft draft, String redirectUri, Map<Field, String> complaints) {
        Frame frame = console.pages()
                .frame(
                        internal ? "New internal connection" : "New connection",
                        developer,
                        Console.PATH + (internal ? "/internal/new" : "/new"));
        DraftForm form = new DraftForm(draft, complaints, console.workspaces(developer), Optional.empty());
        ConnectionView.Entry entry =
                new ConnectionView.Entry(redirectUri, Optional.ofNullable(complaints.get(Field.REDIRECT_URI)));
        return console.pages()
                .show(
                        status,
                        (output, interceptor) ->
                                JtenewConnectionGenerated.render(output, interceptor, frame, form, entry));
    }
}
