package dev.keywright.server.web;

import dev.keywright.server.connection.Connection;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.BrowserPages;
import dev.keywright.server.http.Explanation;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JteerrorGenerated;
import dev.keywright.server.web.templates.JtenoRedirectGenerated;
import java.util.List;
import java.util.Optional;

/** The pages a person sees when something cannot be done: what is wrong, and what to do now. */
public final class ErrorPages implements BrowserPages {
    /** What everyone else is told at an admin's page. */
    static final String FOR_ADMINS =
            "This page is for admins of this server. Ask one of them if you need something here.";

    private static final Visitor NOBODY = new Visitor.Anonymous("");
    private static final String AUTHORIZE = "/v1/oauth/authorize";

    /** Where programs ask, and get JSON whatever they accept. */
    private static final List<String> OF_PROGRAMS = List.of("/v1/", "/emulator/", "/.well-known/", "/health");

    private final Pages pages;
    private final boolean showsRegistered;

    /** Pages; {@code showsRegistered} says what is registered for a connection, which only the emulator tells. */
    public ErrorPages(Pages pages, boolean showsRegistered) {
        this.pages = pages;
        this.showsRegistered = showsRegistered;
    }

    /** An authorization request names nothing that could be trusted with a redirect. */
    public Answer show(CheckedRequest.NoRedirect problem) {
        Frame frame = pages.frame("Something went wrong", NOBODY, "").card();
        List<String> registered =
                showsRegistered ? problem.known().map(Connection::redirectUris).orElse(List.of()) : List.of();
        return pages.show(
                        400,
                        (output, interceptor) ->
                                JtenoRedirectGenerated.render(output, interceptor, frame, problem, registered))
                .because(new Explanation(problem.explanation(), Optional.empty(), problem.nearMiss()));
    }

    /** There is nothing here, or nothing that this visitor may see: the two look the same. */
    public Answer notFound(Visitor visitor) {
        return error(
                404,
                visitor,
                "There is nothing here",
                List.of("The link may be old, or what it leads to may be for someone else."));
    }

    /** The visitor may see the page, and may not do this. */
    public Answer forbidden(Visitor visitor, String sentence) {
        return error(403, visitor, "That is not allowed", List.of(sentence));
    }

    /** A form that no page of this session sent; {@code explanation} is for the journal. */
    public Answer foreignForm(Visitor visitor, String explanation) {
        return error(
                        403,
                        visitor,
                        "This form is out of date",
                        List.of(
                                "Nothing was changed. You may have signed in or out in another tab since the page was"
                                        + " opened.",
                                "Go back, load the page again, and send the form once more."))
                .because(explanation);
    }

    /** A form that cannot be what the page sent. */
    public Answer malformed(Visitor visitor, String explanation) {
        return error(
                        400,
                        visitor,
                        "This form could not be read",
                        List.of("Nothing was changed. Go back, load the page again, and send the form once more."))
                .because(explanation);
    }

    /** A page with a title and some sentences. */
    public Answer error(int status, Visitor visitor, String title, List<String> sentences) {
        Frame frame = pages.frame(title, visitor, "").card();
        return pages.show(
                status, (output, interceptor) -> JteerrorGenerated.render(output, interceptor, frame, sentences));
    }

    @Override
    public Optional<Answer> page(Request request, int status) {
        boolean browser = request.header("accept").orElse("").contains("text/html");
        if (browser && request.path().equals("/")) {
            return Optional.of(Answer.seeOther(pages.home()));
        }
        return browser && !isOfPrograms(request.path()) ? Optional.of(page(status)) : Optional.empty();
    }

    private static boolean isOfPrograms(String path) {
        return !path.equals(AUTHORIZE) && OF_PROGRAMS.stream().anyMatch(path::startsWith);
    }

    private Answer page(int status) {
        return switch (status) {
            case 413 ->
                error(
                        413,
                        NOBODY,
                        "That was too much",
                        List.of("What the page sent is too large. Nothing was changed."));
            case 500 ->
                error(
                        500,
                        NOBODY,
                        "Something broke",
                        List.of("This is a defect of Keywright, and it has been logged. Please try again."));
            case 503 ->
                error(
                        503,
                        NOBODY,
                        "Busy for a moment",
                        List.of("Nothing was changed. Please wait a few seconds and load the page again."));
            // What a program is told as 400 in one dialect is 404 to a browser in both.
            case 405 ->
                error(405, NOBODY, "There is nothing here", List.of("This address does not take what was sent."));
            default -> notFound(NOBODY);
        };
    }
}
