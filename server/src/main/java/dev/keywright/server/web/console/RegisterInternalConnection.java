package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Details;
import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Drafted;
import dev.keywright.server.connection.Drafted.Field;
import dev.keywright.server.connection.TemplateChoice;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.FrontDoor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /developers/internal/new}: makes an internal connection, and shows its first token, this once. */
public final class RegisterInternalConnection implements FrontDoor.Action {
    private final Console console;
    private final NewConnectionPage page;
    private final StaticTokens tokens;
    private final SecretPage secrets;

    /** Registers in the store of this console. */
    public RegisterInternalConnection(
            Console console, NewConnectionPage page, StaticTokens tokens, SecretPage secrets) {
        this.console = console;
        this.page = page;
        this.tokens = tokens;
        this.secrets = secrets;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer, Form form) {
        Draft draft = DraftForm.read(form, true);
        Map<Field, String> complaints = new EnumMap<>(Field.class);
        RegisterConnection.complaintOnSameName(console, developer, draft.name())
                .ifPresent(sentence -> complaints.put(Field.NAME, sentence));
        return switch (console.draftRules(developer, Optional.empty()).check(draft, new TemplateChoice.None())) {
            case Drafted.Bad(var more) -> {
                complaints.putAll(more);
                yield page.show(422, developer, draft, "", complaints);
            }
            case Drafted.Good(Details details) ->
                complaints.isEmpty()
                        ? register(request, developer, details)
                        : page.show(422, developer, draft, "", complaints);
        };
    }

    private Answer register(Request request, Visitor.SignedIn developer, Details details) {
        Connection connection = new Connection(
                new ClientId(Uuids.random(console.random())),
                List.of(),
                details.name(),
                details.icon(),
                details.website(),
                Optional.of(developer.person().id()),
                List.of(),
                details.capabilities(),
                Optional.empty(),
                details.installationScope(),
                false,
                false,
                false);
        if (!console.store().connections().register(connection)) {
            throw new IllegalStateException("a random id was taken");
        }
        console.record(request, developer, connection.id(), "registered as internal");
        String token = tokens.issue(connection).orElseThrow();
        return secrets.show(developer, connection, token, true);
    }
}
