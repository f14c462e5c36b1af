package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.identity.PasswordRules;
import dev.keywright.server.identity.Passwords;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtejoinGenerated;
import java.util.Optional;

/** {@code GET} and {@code POST /join}: with the link that an admin handed over, a person chooses a password. */
public final class JoinPage implements FrontDoor.OpenPage {
    private static final String NOT_HELD =
            "The code does not hold: it was used, it is older than a week, or a newer one was"
                    + " made. Ask an admin for a new link.";

    private final Store store;
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final Visitors visitors;
    private final Pages pages;

    /** The page. */
    public JoinPage(Store store, OneTimeLinks links, Passwords passwords, Visitors visitors, Pages pages) {
        this.store = store;
        this.links = links;
        this.passwords = passwords;
        this.visitors = visitors;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor visitor) {
        return show(200, visitor, "", "", Optional.empty());
    }

    /** Takes the form. */
    public Answer submit(Request request, Visitor visitor, Form form) {
        String code = form.text("code").strip();
        String name = form.text("name").strip();
        String password = form.text("password");
        Optional<String> email = links.invited(code).flatMap(store::person).map(person -> person.email());
        if (email.isEmpty()) {
            return show(422, visitor, code, name, Optional.of(NOT_HELD));
        }
        Optional<String> problem = (name.isEmpty() ? Optional.<String>empty() : Texts.nameProblem("your name", name))
                .or(() -> PasswordRules.complaint(password, email.get()));
        if (problem.isPresent()) {
            return show(422, visitor, code, name, problem);
        }
        Optional<String> phc = passwords.hash(password);
        if (phc.isEmpty()) {
            return show(503, visitor, code, name, Optional.of(Texts.BUSY)).with("Retry-After", "2");
        }
        Optional<PersonId> person = links.accept(code, Optional.of(name).filter(given -> !given.isEmpty()), phc.get());
        return person.map(
                        id -> visitors.rememberDevice(request, id, visitors.signIn(request, id, Answer.seeOther("/"))))
                .orElseGet(() -> show(422, visitor, code, name, Optional.of(NOT_HELD)));
    }

    private Answer show(int status, Visitor visitor, String code, String name, Optional<String> problem) {
        Frame frame =
                pages.withScript(pages.frame("Join", visitor, OneTimeLinks.JOIN).card(), "one-time-link.js");
        return pages.show(
                status,
                (output, interceptor) -> JtejoinGenerated.render(output, interceptor, frame, code, name, problem));
    }
}
