package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Administration;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Account;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JteoneTimeLinkGenerated;
import dev.keywright.server.web.templates.JtepeopleGenerated;
import dev.keywright.server.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** {@code /people}: who may sign in here, and a form to add one more. */
public final class PeoplePage implements FrontDoor.Page {
    /** Where it is. */
    public static final String PATH = "/people";

    private static final int A_PAGE = 100;

    private final Store store;
    private final Administration administration;
    private final OneTimeLinks links;
    private final boolean passwords;
    private final Pages pages;

    /** The page; without {@code passwords} nobody needs a link to choose one. */
    public PeoplePage(Store store, Administration administration, OneTimeLinks links, boolean passwords, Pages pages) {
        this.store = store;
        this.administration = administration;
        this.links = links;
        this.passwords = passwords;
        this.pages = pages;
    }

    /** What the template shows. */
    public record Shown(
            List<Account> people,
            List<Workspace> workspaces,
            int page,
            boolean more,
            String email,
            String name,
            boolean passwords) {}

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        int page = page(Form.ofQuery(request).text("page"));
        return show(200, visitor, page, "", "", Optional.empty());
    }

    private static int page(String number) {
        return number.matches("[1-9]\\d{0,5}") ? Integer.parseInt(number) : 1;
    }

    private Answer show(
            int status, Visitor.SignedIn visitor, int page, String email, String name, Optional<String> problem) {
        List<Account> people = store.people().list((page - 1) * A_PAGE, A_PAGE + 1);
        boolean more = people.size() > A_PAGE;
        Shown shown = new Shown(
                more ? people.subList(0, A_PAGE) : people, store.workspaces(), page, more, email, name, passwords);
        Frame frame = pages.frame("People", visitor, PATH);
        return pages.show(
                status, (output, interceptor) -> JtepeopleGenerated.render(output, interceptor, frame, shown, problem));
    }

    /** Adds a person and shows the link, once. */
    public Answer add(Request request, Visitor.SignedIn visitor, Form form) {
        String email = form.text("email").strip();
        String name = form.text("name").strip();
        Optional<String> problem = Texts.emailProblem(email)
                .or(() -> name.isEmpty() ? Optional.empty() : Texts.nameProblem("a name", name));
        if (problem.isPresent()) {
            return show(422, visitor, 1, email, name, problem);
        }
        List<WorkspaceId> workspaces = store.workspaces().stream()
                .map(Workspace::id)
                .filter(id -> form.all("workspace").contains(id.toString()))
                .toList();
        Administration.By by =
                new Administration.By(request.id(), visitor.person().id());
        return administration
                .addPerson(by, Optional.of(name).filter(given -> !given.isEmpty()), email, workspaces)
                .map(person -> passwords ? showLink(visitor, person) : Answer.seeOther(PATH))
                .orElseGet(
                        () -> show(422, visitor, 1, email, name, Optional.of("Somebody here has this email already.")));
    }

    /** Makes a new link for a person and shows it, once. */
    Answer showLink(Visitor.SignedIn visitor, PersonId person) {
        String link = links.invite(person);
        String name = store.people()
                .account(person)
                .map(account -> account.person().name().orElse(account.person().email()))
                .orElse("");
        Frame frame = pages.withScript(pages.frame("A link for " + name, visitor, PATH), "copy.js");
        return pages.show(
                200,
                (output, interceptor) ->
                        JteoneTimeLinkGenerated.render(output, interceptor, frame, name, person.toString(), link));
    }
}
