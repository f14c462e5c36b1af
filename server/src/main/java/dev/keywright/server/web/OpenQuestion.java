package dev.keywright.server.web;

import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Questions;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JtebeforeGenerated;
import java.util.List;

/** What all pages of a consent transaction begin with: the question that the address names, if this visitor may answer it. */
public final class OpenQuestion {
    private final Questions questions;
    private final Pages pages;
    private final ErrorPages errors;

    /** Looks among these questions. */
    public OpenQuestion(Questions questions, Pages pages, ErrorPages errors) {
        this.questions = questions;
        this.pages = pages;
        this.errors = errors;
    }

    /** What is done with an open question; {@code path} is where its pages are. */
    @FunctionalInterface
    public interface Then {
        /** The answer to the request. */
        Answer answer(Question question, String path);
    }

    /** Finds the question and goes on with it, or says why that cannot be. */
    Answer of(Request request, Visitor.SignedIn visitor, Then then) {
        String name = request.captured("question");
        return switch (questions.find(name, visitor.session(), visitor.person().id())) {
            case Questions.Found.Open(Question question) -> then.answer(question, InstallPage.PATH + "/" + name);
            case Questions.Found.Answered(var connection, String query) ->
                answeredBefore(request, visitor, connection.name(), query);
            // Whoever is signed in now is asked anew, and sees who he is: never an answer as someone else.
            case Questions.Found.OfAnotherSession(String query) ->
                Answer.seeOther(InstallPage.PATH + "?" + query).because("another session began this");
            case Questions.Found.NotGoodAnyMore(var checked) -> InstallPage.refused(errors, checked);
            case Questions.Found.Nothing nothing ->
                errors.error(
                        404,
                        visitor,
                        "This request is over",
                        List.of(
                                "It is older than " + Questions.LIFETIME.toMinutes()
                                        + " minutes, or the address is not whole. Nothing was shared.",
                                "Go back to the app and connect again."));
        };
    }

    /** The page of a question that has its answer. */
    Answer answeredBefore(Request request, Visitor.SignedIn visitor, String connection, String query) {
        Frame frame =
                pages.frame("You have answered this", visitor, request.path()).card();
        return pages.show(
                        409,
                        (output, interceptor) -> JtebeforeGenerated.render(
                                output, interceptor, frame, Shown.name(connection), InstallPage.PATH + "?" + query))
                .because("the request was answered before");
    }
}
