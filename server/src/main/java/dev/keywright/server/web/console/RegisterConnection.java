package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Uuids;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Details;
import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Drafted;
import dev.keywright.server.connection.Drafted.Field;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.connection.RedirectUriRefusal;
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

/** {@code POST /developers/new}: registers a connection that people install, and shows its first secret, this once. */
public final class RegisterConnection implements FrontDoor.Action {
    /** How many of a developer's connections are looked through for one of the same name. */
    private static final int LOOKED_THROUGH = 200;

    private final Console console;
    private final NewConnectionPage page;
    private final SecretPage secrets;

    /** Registers in the store of this console. */
    public RegisterConnection(Console console, NewConnectionPage page, SecretPage secrets) {
        this.console = console;
        this.page = page;
        this.secrets = secrets;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer, Form form) {
        Draft draft = DraftForm.read(form, false);
        String redirectUri = form.text("redirect_uri").strip();
        TemplateChoice template = new TemplateChoices(console.store())
                .choose(draft.templatePage(), developer.person().id(), Optional.empty());
        Drafted drafted = console.draftRules(developer, Optional.empty()).check(draft, template);
        Map<Field, String> complaints = new EnumMap<>(Field.class);
        console.redirectUriRules()
                .refusalOf(redirectUri, List.of())
                .map(RedirectUriRefusal::sentence)
                .ifPresent(sentence -> complaints.put(Field.REDIRECT_URI, sentence));
        complaintOnSameName(console, developer, draft.name())
                .ifPresent(sentence -> complaints.put(Field.NAME, sentence));
        return switch (drafted) {
            case Drafted.Bad(var more) -> {
                complaints.putAll(more);
                yield page.show(422, developer, draft, redirectUri, complaints);
            }
            case Drafted.Good(Details details) ->
                complaints.isEmpty()
                        ? register(request, developer, details, redirectUri)
                        : page.show(422, developer, draft, redirectUri, complaints);
        };
    }

    /** A form that is sent again by reloading its answer registers nothing twice. */
    static Optional<String> complaintOnSameName(Console console, Visitor.SignedIn developer, String name) {
        boolean taken =
                console
                        .store()
                        .connections()
                        .list(Optional.of(developer.person().id()), 0, LOOKED_THROUGH)
                        .stream()
                        .anyMatch(other -> other.connection().name().equals(name.strip()));
        return taken
                ? Optional.of("You have a connection of this name already. People could not tell the two apart.")
                : Optional.empty();
    }

    private Answer register(Request request, Visitor.SignedIn developer, Details details, String redirectUri) {
        PlainSecret secret = PlainSecret.random(console.random());
        Connection connection = new Connection(
                new ClientId(Uuids.random(console.random())),
                List.of(secret.kept(console.now(), console.emulates())),
                details.name(),
                details.icon(),
                details.website(),
                Optional.of(developer.person().id()),
                List.of(redirectUri),
                details.capabilities(),
                details.templatePage(),
                details.installationScope(),
                true,
                details.requirePkce(),
                false);
        if (!console.store().connections().register(connection)) {
            throw new IllegalStateException("a random id was taken");
        }
        console.record(request, developer, connection.id(), "registered");
        return secrets.show(developer, connection, secret.reveal(), true);
    }
}
