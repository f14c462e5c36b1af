package dev.keywright.server.web.console;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.ResourceServers;
import dev.keywright.server.web.Ago;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.templates.console.JteresourceServersGenerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /developers/resource-servers}, for admins: who may introspect any token, and a form to make one more. */
public final class ResourceServerList implements FrontDoor.Page {
    /** Where it is. */
    static final String PATH = Console.PATH + "/resource-servers";

    private final Console console;

    /** The list of this console. */
    public ResourceServerList(Console console) {
        this.console = console;
    }

    /** One of the list. */
    public record Row(String id, String name, Ago made, Optional<Ago> used) {
        private static Row of(ResourceServers.Listed listed, Instant now) {
            return new Row(
                    listed.server().id().toString(),
                    listed.server().name(),
                    Ago.day(listed.server().madeAt()),
                    listed.lastUsed().map(at -> Ago.of(at, now)));
        }
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn admin) {
        Optional<String> done = Done.sentence(Form.ofQuery(request).text("done"));
        return show(200, admin, done, ConnectionView.Entry.EMPTY);
    }

    /** The list again, with what is wrong with the name that was entered. */
    Answer refused(Visitor.SignedIn admin, String name, String complaint) {
        return show(422, admin, Optional.empty(), new ConnectionView.Entry(name, Optional.of(complaint)));
    }

    private Answer show(int status, Visitor.SignedIn admin, Optional<String> done, ConnectionView.Entry name) {
        Frame frame = console.pages().frame("Resource servers", admin, PATH);
        Frame shown = done.map(frame::saying).orElse(frame);
        Instant now = console.now();
        List<Row> rows = console.store().resourceServers().list().stream()
                .map(listed -> Row.of(listed, now))
                .toList();
        return console.pages()
                .show(
                        status,
                        (output, interceptor) ->
                                JteresourceServersGenerated.render(output, interceptor, shown, rows, name));
    }
}
