package dev.keywright.server.web.console;

import dev.keywright.protocol.Person;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Draft;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.LiveAuthorization;
import dev.keywright.server.web.Ago;
import dev.keywright.server.web.Form;
import dev.keywright.server.web.Frame;
import dev.keywright.server.web.FrontDoor;
import dev.keywright.server.web.Shown;
import dev.keywright.server.web.console.ConnectionView.Credential;
import dev.keywright.server.web.templates.console.JteconnectionGenerated;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code GET /developers/{client_id}}: all of one connection, each part with its own form. */
public final class ConnectionPage implements FrontDoor.Page {
    /** Beyond this a count says "or more". */
    private static final int COUNTED = 1000;

    private final Console console;

    /** The page of this console. */
    public ConnectionPage(Console console) {
        this.console = console;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn developer) {
        Optional<String> done = Done.sentence(Form.ofQuery(request).text("done"));
        return console.theirs(request, developer)
                .map(registration -> show(200, developer, ConnectionView.Refused.nothing(registration), done))
                .orElseGet(() -> console.errors().notFound(developer));
    }

    /** The page with what a form of it could not do. */
    Answer refused(Visitor.SignedIn developer, ConnectionView.Refused refused) {
        return show(422, developer, refused, Optional.empty());
    }

    private Answer show(int status, Visitor.SignedIn developer, ConnectionView.Refused refused, Optional<String> done) {
        Connection connection = refused.registration().connection();
        Frame frame = console.pages()
                .withScript(
                        console.pages()
                                .frame(Shown.name(connection.name()), developer, Console.PATH + "/" + connection.id()),
                        "copy.js");
        Frame shown = done.map(frame::saying).orElse(frame);
        ConnectionView view = view(developer, refused);
        return console.pages()
                .show(status, (output, interceptor) -> JteconnectionGenerated.render(output, interceptor, shown, view));
    }

    private ConnectionView view(Visitor.SignedIn developer, ConnectionView.Refused refused) {
        Registration registration = refused.registration();
        Connection connection = registration.connection();
        Optional<Person> owner = connection.owner().flatMap(console.store()::person);
        return new ConnectionView(
                connection,
                owner.map(person -> person.name().orElse(person.email())),
                connection.internalTo().flatMap(console.store()::workspace).map(Workspace::name),
                ConnectionList.counted(console.store().installations().count(connection.id(), COUNTED)),
                secrets(registration),
                tokens(connection),
                refused.form().orElseGet(() -> form(developer, connection, Draft.of(connection), Map.of())),
                registration.version(),
                refused.redirectUri(),
                refused.problem(),
                Snippets.of(console.publicUrl(), connection),
                console.emulates());
    }

    /** The fields of a connection's details; the workspaces are the developer's, and those that it is limited to already. */
    DraftForm form(
            Visitor.SignedIn developer,
            Connection connection,
            Draft draft,
            Map<dev.keywright.server.connection.Drafted.Field, String> complaints) {
        List<Workspace> workspaces = new ArrayList<>(console.workspaces(developer));
        Draft.of(connection).workspaces().stream()
                .filter(id ->
                        workspaces.stream().noneMatch(own -> own.id().toString().equals(id)))
                .flatMap(id -> console.store().workspaces().stream()
                        .filter(workspace -> workspace.id().toString().equals(id)))
                .forEach(workspaces::add);
        Optional<String> template = connection
                .templatePage()
                .flatMap(console.store().pages()::find)
                .map(Page::title)
                .filter(Predicate.not(String::isEmpty));
        return new DraftForm(draft, complaints, workspaces, template);
    }

    private List<Credential> secrets(Registration registration) {
        Instant now = console.now();
        return registration.connection().secrets().stream()
                .map(secret -> new Credential(
                        secret.hash().ref(),
                        secret.made().map(made -> "…" + made.ending()).orElse("from the world file"),
                        secret.readable(),
                        secret.made().map(ClientSecret.Made::at).map(Ago::day),
                        Optional.ofNullable(registration.lastUsed().get(secret.hash()))
                                .map(at -> Ago.of(at, now))))
                .toList();
    }

    private List<Credential> tokens(Connection connection) {
        if (connection.internalTo().isEmpty() || connection.owner().isEmpty()) {
            return List.of();
        }
        Instant now = console.now();
        Installation installation = new Installation(
                connection.id(),
                connection.internalTo().get(),
                connection.owner().get());
        return console.store().installations().live(installation.bot(), ConnectionView.MOST).stream()
                .map(live -> token(live, now))
                .toList();
    }

    private static Credential token(LiveAuthorization live, Instant now) {
        return new Credential(
                live.id().ref(),
                live.id().ref(),
                Optional.empty(),
                Optional.of(Ago.day(live.since())),
                live.lastUsed().map(at -> Ago.of(at, now)));
    }
}
