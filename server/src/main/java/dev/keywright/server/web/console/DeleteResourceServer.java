package dev.keywright.server.web.console;

import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.FrontDoor;

/** {@code POST /developers/resource-servers/{client_id}/delete}: deletes a resource server, which is refused from then on. */
public final class DeleteResourceServer implements FrontDoor.Action {
    private final Console console;

    /** Deletes from the store of this console. */
    public DeleteResourceServer(Console console) {
        this.console = console;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn admin, Form form) {
        return DeleteResourceServerPage.named(console, request)
                .map(server -> delete(request, admin, server))
                .orElseGet(() -> console.errors().notFound(admin));
    }

    private Answer delete(Request request, Visitor.SignedIn admin, ResourceServer server) {
        if (console.store().resourceServers().delete(server.id())) {
            console.administered(request, admin, "resource_server_deleted", server.id());
        }
        return Answer.seeOther(ResourceServerList.PATH + "?done=" + Done.RESOURCE_SERVER_DELETED.word());
    }
}
