package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.connection.SecretHash;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.Texts;
import dev.keywright.server.web.templates.console.JteresourceServerSecretGenerated;
import java.util.Optional;

/** {@code POST /developers/resource-servers}: makes a resource server, and shows its secret in the answer, this once. */
public final class MakeResourceServer implements FrontDoor.Action {
    private final Console console;
    private final ResourceServerList page;

    /** Makes them in the store of this console. */
    public MakeResourceServer(Console console, ResourceServerList page) {
        this.console = console;
        this.page = page;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn admin, Form form) {
        String name = form.text("name").strip();
        Optional<String> complaint = Texts.nameProblem("a name", name);
        if (complaint.isPresent()) {
            return page.refused(admin, name, complaint.get());
        }
        PlainSecret secret = PlainSecret.random(console.random());
        ResourceServer server = new ResourceServer(
                new ClientId(Uuids.random(console.random())), name, SecretHash.of(secret.reveal()), console.now());
        // A form that is sent again by reloading its answer makes nothing twice.
        if (!console.store().resourceServers().add(server)) {
            return page.refused(admin, name, "There is a resource server of this name already.");
        }
        console.administered(request, admin, "resource_server_made", server.id());
        return show(admin, server, secret);
    }

    private Answer show(Visitor.SignedIn admin, ResourceServer server, PlainSecret secret) {
        Frame frame = console.pages()
                .withScript(
                        console.pages()
                                .frame(Shown.name(server.name()) + " is registered", admin, ResourceServerList.PATH),
                        "copy.js");
        String curl = """
                curl -u "%s:$SECRET" %s/v1/oauth/introspect \\
                  -d "token=$TOKEN"
                """.formatted(server.id(), console.publicUrl());
        return console.pages()
                .show(
                        200,
                        (output, interceptor) -> JteresourceServerSecretGenerated.render(
                                output, interceptor, frame, server, secret.reveal(), curl));
    }
}
