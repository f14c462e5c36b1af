package dev.keywright.server.web;

import dev.keywright.server.consent.Answered;
import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.Consents;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.util.List;

/** A person's answer, and the way back to the app: 303, so that the browser sends it no form (RFC 9700 §4.12). */
public final class GivenAnswer {
    private final Consents consents;
    private final OpenConsentRequest open;
    private final ErrorPages errors;

    /** Answers are given to these. */
    public GivenAnswer(Consents consents, OpenConsentRequest open, ErrorPages errors) {
        this.consents = consents;
        this.open = open;
        this.errors = errors;
    }

    Answer allow(Request request, Visitor.SignedIn visitor, ConsentRequest consent, Sharing sharing) {
        return back(request, visitor, consent, consents.allow(request.id(), consent, sharing));
    }

    Answer deny(Request request, Visitor.SignedIn visitor, ConsentRequest consent) {
        return back(request, visitor, consent, consents.deny(consent));
    }

    private Answer back(Request request, Visitor.SignedIn visitor, ConsentRequest consent, Answered answered) {
        return switch (answered) {
            case Answered.Allowed(var code, String redirectTo) -> Answer.seeOther(redirectTo);
            case Answered.Denied(String redirectTo) ->
                Answer.seeOther(redirectTo).because("access_denied: the person cancelled");
            case Answered.Before before ->
                open.answeredBefore(
                        request,
                        visitor,
                        consent.request().connection().name(),
                        consent.request().query());
            case Answered.Impossible(String field, String problem) ->
                notPossible(visitor).because(field + ": " + problem);
        };
    }

    /** What was chosen cannot be shared: it was not on the page, or it is not the person's any more. */
    Answer notPossible(Visitor.SignedIn visitor) {
        return errors.error(
                400,
                visitor,
                "That cannot be shared",
                List.of(
                        "Something that was selected is not in this workspace, or you can no longer see it, or it was too"
                                + " much. Nothing was shared.",
                        "Go back, load the page again, and choose once more."));
    }
}
