package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.templates.console.JtedeleteResourceServerGenerated;
import java.util.Optional;

/** {@code GET /developers/resource-servers/{client_id}/delete}: what will stop working, and whether it shall. */
public final class DeleteResourceServerPage implements FrontDoor.Page {
    private final Console console;

    /** The page of this console. */
    public DeleteResourceServerPage(Console console) {
        this.console = console;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn admin) {
        return named(console, request)
                .map(server -> show(admin, server))
                .orElseGet(() -> console.errors().notFound(admin));
    }

    /** The resource server that the path names. */
    static Optional<ResourceServer> named(Console console, Request request) {
        return Uuids.exact(request.captured("client_id"))
                .flatMap(id -> console.store().resourceServers().find(new ClientId(id)));
    }

    private Answer show(Visitor.SignedIn admin, ResourceServer server) {
        Frame frame = console.pages().frame("Delete " + Shown.name(server.name()), admin, ResourceServerList.PATH);
        return console.pages()
                .show(
                        200,
                        (output, interceptor) ->
                                JtedeleteResourceServerGenerated.render(output, interceptor, frame, server));
    }
}
