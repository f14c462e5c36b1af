package dev.keywright.server.web;

import dev.keywright.protocol.PersonId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.PasswordRules;
import dev.keywright.server.identity.PasswordSignIn;
import dev.keywright.server.identity.Passwords;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JteaccountGenerated;
import java.util.Optional;

/** {@code /account}: a person's own password and sessions. */
public final class AccountPage implements FrontDoor.Page {
    /** Where it is. */
    public static final String PATH = "/account";

    private final Store store;
    private final Visitors visitors;
    private final Pages pages;

    /** The page. */
    public AccountPage(Store store, Visitors visitors, Pages pages) {
        this.store = store;
        this.visitors = visitors;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        boolean changed = Form.ofQuery(request).text("done").equals("password");
        return show(
                200,
                visitor,
                Optional.empty(),
                changed ? Optional.of("Your password is changed. Other browsers are signed out.") : Optional.empty());
    }

    private Answer show(int status, Visitor.SignedIn visitor, Optional<String> problem, Optional<String> notice) {
        Frame plain = pages.frame("Your account", visitor, PATH);
        Frame frame = notice.map(plain::saying).orElse(plain);
        boolean hasPassword =
                store.credentials().password(visitor.person().id()).isPresent();
        return pages.show(
                status,
                (output, interceptor) ->
                        JteaccountGenerated.render(output, interceptor, frame, visitor.person(), hasPassword, problem));
    }

    /** Ends every session of the person, this one too. */
    public Answer signOutEverywhere(Request request, Visitor.SignedIn visitor, Form form) {
        store.sessions().endAllOf(visitor.person().id(), Optional.empty());
        return visitors.signOut(request, Answer.seeOther("/login"));
    }

    /** Changes the password of whoever knows the present one. */
    public FrontDoor.Action changePassword(PasswordSignIn signIn, Passwords passwords) {
        return (request, visitor, form) -> {
            PersonId person = visitor.person().id();
            String password = form.text("password");
            Optional<String> problem = PasswordRules.complaint(
                            password, visitor.person().email())
                    .or(() -> switch (signIn.signIn(request, visitor.person().email(), form.text("current"))) {
                        case PasswordSignIn.Outcome.In in -> Optional.empty();
                        case PasswordSignIn.Outcome.Refused refused -> Optional.of("The present password is wrong.");
                        case PasswordSignIn.Outcome.TooEarly tooEarly ->
                            Optional.of("Too many attempts failed. Try again in a minute.");
                        case PasswordSignIn.Outcome.Busy busy -> Optional.of(Texts.BUSY);
                    });
            Optional<String> phc = problem.isPresent() ? Optional.empty() : passwords.hash(password);
            if (phc.isEmpty()) {
                return show(422, visitor, problem.or(() -> Optional.of(Texts.BUSY)), Optional.empty());
            }
            store.credentials().change(person, phc.get(), Optional.of(visitor.session()));
            return visitors.rememberDevice(request, person, Answer.seeOther(PATH + "?done=password"));
        };
    }
}
