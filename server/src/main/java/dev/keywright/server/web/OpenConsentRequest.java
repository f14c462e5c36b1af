package dev.keywright.server.web;

import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JtebeforeGenerated;
import java.util.List;

/** What all pages of a consent transaction begin with: the consent request that the address names, if this visitor may answer it. */
public final class OpenConsentRequest {
    private final ConsentRequests consentRequests;
    private final Pages pages;
    private final ErrorPages errors;

    /** Looks among these consent requests. */
    public OpenConsentRequest(ConsentRequests consentRequests, Pages pages, ErrorPages errors) {
        this.consentRequests = consentRequests;
        this.pages = pages;
        this.errors = errors;
    }

    /** What is done with an open consent request; {@code path} is where its pages are. */
    @FunctionalInterface
    public interface Then {
        /** The answer to the request. */
        Answer answer(ConsentRequest consent, String path);
    }

    /** Finds the consent request and goes on with it, or says why that cannot be. */
    Answer of(Request request, Visitor.SignedIn visitor, Then then) {
        String name = request.captured("consent");
        return switch (consentRequests.find(
                name, visitor.session(), visitor.person().id())) {
            case ConsentRequests.Found.Open(ConsentRequest consent) ->
                then.answer(consent, InstallPage.PATH + "/" + name);
            case ConsentRequests.Found.Answered(var connection, String query) ->
                answeredBefore(request, visitor, connection.name(), query);
            // Whoever is signed in now is asked anew, and sees who he is: never an answer as someone else.
            case ConsentRequests.Found.OfAnotherSession(String query) ->
                Answer.seeOther(InstallPage.PATH + "?" + query).because("another session began this");
            case ConsentRequests.Found.NotGoodAnyMore(var checked) -> InstallPage.refused(errors, checked);
            case ConsentRequests.Found.Nothing nothing ->
                errors.error(
                        404,
                        visitor,
                        "This request is over",
                        List.of(
                                "It is older than " + ConsentRequests.LIFETIME.toMinutes()
                                        + " minutes, or the address is not whole. Nothing was shared.",
                                "Go back to the app and connect again."));
        };
    }

    /** The page of a consent request that has its answer. */
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
