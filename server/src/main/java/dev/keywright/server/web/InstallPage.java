package dev.keywright.server.web;

import dev.keywright.server.consent.AuthorizationRequest;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.util.List;

/**
 * {@code GET /install-integration}: where the browser arrives from the authorization endpoint. Everything is checked again
 * by the same code. People cannot answer here yet; the page says who does until then.
 */
public final class InstallPage implements Endpoint {
    private final AuthorizationRequests requests;
    private final ErrorPages errorPages;
    private final String advice;

    /** The page; {@code advice} says, as plain text, how the request can be answered. */
    public InstallPage(AuthorizationRequests requests, ErrorPages errorPages, String advice) {
        this.requests = requests;
        this.errorPages = errorPages;
        this.advice = advice;
    }

    @Override
    public Answer answer(Request request) {
        return switch (requests.check(request.queryParameters())) {
            case CheckedRequest.NoRedirect problem -> errorPages.show(problem).because(problem.explanation());
            case CheckedRequest.ErrorRedirect(var target, String error, String problem) ->
                Answer.redirect(target.withError(error)).because(error + ": " + problem);
            case CheckedRequest.Valid(AuthorizationRequest valid) ->
                errorPages.error(
                        200,
                        new Visitor.Anonymous(""),
                        valid.connection().name() + " asks for access",
                        List.of(
                                "The request is correct, and would return to "
                                        + valid.answerTo().uri() + ".",
                                advice));
        };
    }
}
