package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.identity.Visitors;
import java.net.URI;
import java.util.Optional;

/**
 * Stands before every page: who is asking, may that be, and was a form sent by a page of ours. What is behind it can rely on
 * all three.
 */
public final class FrontDoor {
    private final Visitors visitors;
    private final FormGuard guard;
    private final ErrorPages errors;

    /** A door with these judges. */
    public FrontDoor(Visitors visitors, FormGuard guard, ErrorPages errors) {
        this.visitors = visitors;
        this.guard = guard;
        this.errors = errors;
    }

    /** A page for people who are signed in. */
    @FunctionalInterface
    public interface Page {
        /** The page. */
        Answer answer(Request request, Visitor.SignedIn visitor);
    }

    /** What a form of such a page does. */
    @FunctionalInterface
    public interface Action {
        /** Does it; a success is {@link Answer#seeOther}. */
        Answer answer(Request request, Visitor.SignedIn visitor, Form form);
    }

    /** A page for everyone. */
    @FunctionalInterface
    public interface OpenPage {
        /** The page. */
        Answer answer(Request request, Visitor visitor);
    }

    /** What a form of such a page does. */
    @FunctionalInterface
    public interface OpenAction {
        /** Does it; a success is {@link Answer#seeOther}. */
        Answer answer(Request request, Visitor visitor, Form form);
    }

    /** A page that whoever is not signed in comes back to after signing in. */
    public Endpoint page(Page page) {
        return request -> switch (visitors.of(request)) {
            case Visitor.SignedIn person -> page.answer(request, person);
            case Visitor.Anonymous nobody -> Answer.seeOther(OwnPath.signInFirst(target(request)));
        };
    }

    /** A form of such a page. */
    public Endpoint form(Action action) {
        return request -> switch (visitors.of(request)) {
            case Visitor.SignedIn person -> guarded(request, person, form -> action.answer(request, person, form));
            // The page that the form was on: what the form would have done is not done.
            case Visitor.Anonymous nobody -> Answer.seeOther(OwnPath.signInFirst(pageOf(request)));
        };
    }

    /** A page for admins. */
    public Endpoint adminPage(Page page) {
        return page((request, person) ->
                person.admin() ? page.answer(request, person) : errors.forbidden(person, ErrorPages.FOR_ADMINS));
    }

    /** A form of such a page. */
    public Endpoint adminForm(Action action) {
        return form((request, person, form) -> person.admin()
                ? action.answer(request, person, form)
                : errors.forbidden(person, ErrorPages.FOR_ADMINS));
    }

    /** A page for everyone; it may hold a form. */
    public Endpoint openPage(OpenPage page) {
        return request -> {
            Visitors.Arrival arrival = visitors.welcome(request);
            return arrival.complete(page.answer(request, arrival.visitor()));
        };
    }

    /** A form of such a page. */
    public Endpoint openForm(OpenAction action) {
        return request -> {
            Visitor visitor = visitors.of(request);
            return guarded(request, visitor, form -> action.answer(request, visitor, form));
        };
    }

    @FunctionalInterface
    private interface Guarded {
        Answer answer(Form form);
    }

    private Answer guarded(Request request, Visitor visitor, Guarded action) {
        Optional<Form> form = Form.of(request);
        if (form.isEmpty()) {
            return errors.malformed(visitor, "the body is not a form in UTF-8");
        }
        return guard.problem(request, visitor, form.get())
                .map(problem -> errors.foreignForm(visitor, problem))
                .orElseGet(() -> action.answer(form.get()));
    }

    private static String target(Request request) {
        return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
    }

    private String pageOf(Request request) {
        try {
            return request.header("referer")
                    .map(URI::create)
                    .filter(page -> guard.isOwn(page.getScheme() + "://" + page.getRawAuthority()))
                    .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                    .orElse("/");
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
