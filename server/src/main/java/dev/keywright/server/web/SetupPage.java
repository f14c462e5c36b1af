package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.OneTimeLinks;
import dev.keywright.server.identity.PasswordRules;
import dev.keywright.server.identity.Passwords;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.web.templates.JtesetupGenerated;
import java.util.Optional;

/** {@code GET} and {@code POST /setup}: with the link that the server printed, the first admin is made. */
public final class SetupPage implements FrontDoor.OpenPage {
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final Visitors visitors;
    private final Pages pages;

    /** The page. */
    public SetupPage(OneTimeLinks links, Passwords passwords, Visitors visitors, Pages pages) {
        this.links = links;
        this.passwords = passwords;
        this.visitors = visitors;
        this.pages = pages;
    }

    /** What the form brings. */
    public record Filled(String code, String name, String email, String workspace) {
        static final Filled NOTHING = new Filled("", "", "", "");

        static Filled of(Form form) {
            return new Filled(
                    form.text("code").strip(),
                    form.text("name").strip(),
                    form.text("email").strip(),
                    form.text("workspace").strip());
        }
    }

    @Override
    public Answer answer(Request request, Visitor visitor) {
        return show(200, visitor, Filled.NOTHING, Optional.empty());
    }

    /** Takes the form. */
    public Answer submit(Request request, Visitor visitor, Form form) {
        Filled filled = Filled.of(form);
        String password = form.text("password");
        Optional<String> problem = problem(filled).or(() -> PasswordRules.complaint(password, filled.email()));
        if (problem.isPresent()) {
            return show(422, visitor, filled, problem);
        }
        Optional<String> phc = passwords.hash(password);
        if (phc.isEmpty()) {
            return show(503, visitor, filled, Optional.of(Texts.BUSY)).with("Retry-After", "2");
        }
        Optional<PersonId> admin = links.setUp(
                filled.code(),
                filled.name(),
                filled.email(),
                phc.get(),
                Optional.of(filled.workspace()).filter(called -> !called.isEmpty()));
        return admin.map(person -> visitors.rememberDevice(
                        request, person, visitors.signIn(request, person, Answer.seeOther("/"))))
                .orElseGet(() -> show(422, visitor, filled, Optional.of("""
                        The code does not hold: it was used, it is older than a day, or the server was started since. Look for \
                        a newer link on the server's terminal.""")));
    }

    private static Optional<String> problem(Filled filled) {
        return Texts.nameProblem("your name", filled.name())
                .or(() -> Texts.emailProblem(filled.email()))
                .or(() -> filled.workspace().isEmpty()
                        ? Optional.empty()
                        : Texts.nameProblem("a name for the workspace", filled.workspace()));
    }

    private Answer show(int status, Visitor visitor, Filled filled, Optional<String> problem) {
        Frame frame = pages.withScript(
                pages.frame("Set up Keywright", visitor, OneTimeLinks.SETUP).card(), "one-time-link.js");
        return pages.show(
                status, (output, interceptor) -> JtesetupGenerated.render(output, interceptor, frame, filled, problem));
    }
}
