package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtepersonGenerated;
import dev.keywright.server.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /people/{person}}: one person, and what an admin can do with the account. */
public final class PersonPage implements FrontDoor.Page {
    /** Where it is. */
    public static final String PATH = PeoplePage.PATH + "/{person}";

    private static final String LAST_ADMIN =
            "This is the only admin. Make somebody else an admin first, so that someone is left who can.";

    private final Store store;
    private final Administration administration;
    private final PeoplePage people;
    private final boolean passwords;
    private final Pages pages;
    private final ErrorPages errors;

    /** The page. */
    public PersonPage(
            Store store,
            Administration administration,
            PeoplePage people,
            boolean passwords,
            Pages pages,
            ErrorPages errors) {
        this.store = store;
        this.administration = administration;
        this.people = people;
        this.passwords = passwords;
        this.pages = pages;
        this.errors = errors;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return account(request)
                .map(account -> show(200, visitor, account, Optional.empty()))
                .orElseGet(() -> errors.notFound(visitor));
    }

    private Optional<Account> account(Request request) {
        try {
            return store.people().account(new PersonId(UUID.fromString(request.captured("person"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Answer show(int status, Visitor.SignedIn visitor, Account account, Optional<String> problem) {
        List<Workspace> workspaces =
                store.people().workspacesOf(account.person().id());
        Frame frame =
                pages.frame(account.person().name().orElse(account.person().email()), visitor, PeoplePage.PATH + "/x");
        return pages.show(
                status,
                (output, interceptor) ->
                        JtepersonGenerated.render(output, interceptor, frame, account, workspaces, passwords, problem));
    }

    /** Does what the pressed button says. */
    public Answer act(Request request, Visitor.SignedIn visitor, Form form) {
        Optional<Account> account = account(request);
        if (account.isEmpty()) {
            return errors.notFound(visitor);
        }
        PersonId person = account.get().person().id();
        Administration.By by =
                new Administration.By(request.id(), visitor.person().id());
        return switch (form.text("do")) {
            case "link" ->
                passwords && account.get().active()
                        ? people.showLink(visitor, person)
                        : errors.malformed(visitor, "a link is for an active person who has a password");
            case "admin" -> done(visitor, account.get(), administration.setAdmin(by, person, true));
            case "no-admin" -> done(visitor, account.get(), administration.setAdmin(by, person, false));
            case "deactivate" -> done(visitor, account.get(), administration.deactivate(by, person));
            case "activate" -> {
                administration.activate(by, person);
                yield done(visitor, account.get(), true);
            }
            default -> errors.malformed(visitor, "the form does not say what is to be done");
        };
    }

    private Answer done(Visitor.SignedIn visitor, Account account, boolean done) {
        return done
                ? Answer.seeOther(PeoplePage.PATH + "/" + account.person().id())
                : show(409, visitor, account, Optional.of(LAST_ADMIN));
    }
}
