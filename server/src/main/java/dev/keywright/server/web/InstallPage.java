package dev.keywright.server.web;

import dev.keywright.server.consent.AuthorizationRequest;
import dev.keywright.server.consent.AuthorizationRequests;
import dev.keywright.server.consent.CheckedRequest;
import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Endpoint;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.util.List;

/**
 * {@code GET /install-integration}: where the browser arrives from the authorization endpoint. Everything is checked again
 * by the same code, and what is wrong is said before anybody has to sign in. The transaction begins here.
 */
public final class InstallPage implements Endpoint {
    /** Where it is; the pages of the transaction are below. */
    public static final String PATH = "/install-integration";

    private final AuthorizationRequests requests;
    private final ConsentRequests consentRequests;
    private final ErrorPages errors;
    private final Endpoint begin;

    /** The page behind this door. */
    public InstallPage(
            AuthorizationRequests requests, ConsentRequests consentRequests, ErrorPages errors, FrontDoor door) {
        this.requests = requests;
        this.consentRequests = consentRequests;
        this.errors = errors;
        this.begin = door.page(this::begin);
    }

    @Override
    public Answer answer(Request request) {
        CheckedRequest checked = requests.check(request.queryParameters());
        return checked instanceof CheckedRequest.Valid ? begin.answer(request) : refused(errors, checked);
    }

    /** The answer to a request that cannot be put before anybody. */
    static Answer refused(ErrorPages errors, CheckedRequest checked) {
        return switch (checked) {
            case CheckedRequest.NoRedirect problem -> errors.show(problem);
            case CheckedRequest.ErrorRedirect(var target, String error, String problem) ->
                Answer.redirect(target.withError(error)).because(error + ": " + problem);
            case CheckedRequest.Valid valid -> throw new IllegalArgumentException("nothing is wrong with it");
        };
    }

    private Answer begin(Request request, Visitor.SignedIn visitor) {
        CheckedRequest checked = requests.check(request.queryParameters());
        return checked instanceof CheckedRequest.Valid(AuthorizationRequest valid)
                ? ask(valid, visitor)
                : refused(errors, checked);
    }

    private Answer ask(AuthorizationRequest valid, Visitor.SignedIn visitor) {
        return switch (consentRequests.put(
                valid, visitor.session(), visitor.person().id())) {
            case ConsentRequests.Put.Asked(String name) -> Answer.seeOther(PATH + "/" + name);
            case ConsentRequests.Put.NoWorkspace none ->
                errors.error(
                        403,
                        visitor,
                        "No workspace to connect",
                        List.of(
                                Shown.name(valid.connection().name())
                                        + " can be installed in some workspaces only, and you are a member of none of"
                                        + " them.",
                                "Nothing was shared. Ask an admin of this server to add you to a workspace, or sign in"
                                        + " as someone else."));
        };
    }
}
