package dev.keywright.server.oauth;

import dev.keywright.server.consent.Answered;
import dev.keywright.server.consent.AuthorizationRequest;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.AutomaticApproval;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.PersonsAnswer;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Schema;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.ApiEndpoint;
import dev.keywright.server.http.Request;
import java.util.function.Function;

/**
 * {@code GET /v1/oauth/authorize} (RFC 6749 §3.1): checks the request and sends the browser to the page where the person
 * answers, or answers at once where nobody is asked.
 */
public final class AuthorizationEndpoint implements ApiEndpoint {
    /** Where the person answers. */
    public static final String PAGE = "/install-integration";

    private final AuthorizationRequests requests;
    private final Consents consents;
    private final AutomaticApproval approval;
    private final Function<CheckedRequest.NoRedirect, Answer> errorPage;
    private final String publicUrl;

    /**
     * The endpoint.
     *
     * @param errorPage shows a person what is wrong with a request that cannot be answered by a redirect, status 400, and explains it
     * @param publicUrl what the redirect to the page begins with
     */
    public AuthorizationEndpoint(
            AuthorizationRequests requests,
            Consents consents,
            AutomaticApproval approval,
            Function<CheckedRequest.NoRedirect, Answer> errorPage,
            String publicUrl) {
        this.requests = requests;
        this.consents = consents;
        this.approval = approval;
        this.errorPage = errorPage;
        this.publicUrl = publicUrl;
    }

    @Override
    public Operation operation(String method) {
        return AuthorizationParameters.in(Operation.of(
                        Subject.OAUTH,
                        "Asks a person for access",
                        "Where an app sends a browser. The person's answer is a redirect to redirect_uri, with code and state, or"
                                + " with error and state."))
                .answering(Reply.empty(302, "To the page where the person answers, or to the app with an error.")
                        .with("Location", "Where to."))
                .answering(Reply.empty(400, "The client or its redirect URI is wrong: a page says so.")
                        .or("text/html", Schema.text()));
    }

    @Override
    public Answer answer(Request request) {
        return switch (requests.check(request.queryParameters())) {
            case CheckedRequest.NoRedirect problem -> errorPage.apply(problem);
            case CheckedRequest.ErrorRedirect(var target, String error, String problem) ->
                Answer.redirect(target.withError(error)).because(error + ": " + problem);
            case CheckedRequest.Valid(AuthorizationRequest valid) ->
                approval.answer(valid.parameters())
                        .map(answer -> approved(request, valid, answer))
                        .orElseGet(() -> Answer.redirect(publicUrl + PAGE + "?" + valid.query()));
        };
    }

    private Answer approved(Request request, AuthorizationRequest valid, PersonsAnswer answer) {
        return switch (consents.answer(request.id(), valid, answer)) {
            case Answered.Allowed(var code, String redirectTo) -> Answer.redirect(redirectTo);
            case Answered.Denied(String redirectTo) -> Answer.redirect(redirectTo);
            case Answered.Before before -> throw new IllegalStateException("nobody was asked, so nobody answered");
            case Answered.Impossible(String field, String problem) ->
                errorPage.apply(new CheckedRequest.NoRedirect(field, problem));
        };
    }
}
