package dev.keywright.server.web.console;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.http.Answer;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.templates.console.JtesecretGenerated;

/** The answer that shows a secret or a static token, the only time. It is no page that one can come back to. */
public final class SecretPage {
    private final Console console;

    /** The page of this console. */
    public SecretPage(Console console) {
        this.console = console;
    }

    /** Shows a secret, or the token of an internal connection; {@code first} when the connection is new. */
    Answer show(Visitor.SignedIn developer, Connection connection, String secret, boolean first) {
        boolean internal = connection.internalTo().isPresent();
        String title = first ? Shown.name(connection.name()) + " is registered" : internal ? "New token" : "New secret";
        Frame frame = console.pages()
                .withScript(console.pages().frame(title, developer, Console.path(connection.id())), "copy.js");
        Snippets snippets = Snippets.of(console.publicUrl(), connection);
        return console.pages()
                .show(
                        200,
                        (output, interceptor) -> JtesecretGenerated.render(
                                output, interceptor, frame, connection, secret, snippets, console.emulates()));
    }
}
