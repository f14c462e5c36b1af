package dev.keywright.server.web;

import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.util.Optional;

/** {@code POST /install-integration/{consent}}: the buttons of the consent page and of the template step. */
public final class ConsentAnswer implements FrontDoor.Action {
    private final OpenConsentRequest open;
    private final ConsentRequests consentRequests;
    private final GivenAnswer given;

    /** The action. */
    public ConsentAnswer(OpenConsentRequest open, ConsentRequests consentRequests, GivenAnswer given) {
        this.open = open;
        this.consentRequests = consentRequests;
        this.given = given;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor, Form form) {
        return open.of(request, visitor, (consent, path) -> switch (form.text("go")) {
            case "cancel" -> given.deny(request, visitor, consent);
            case "use-template" -> given.allow(request, visitor, consent, new Sharing.Template());
            case "template" -> next(visitor, consent, form, path + "/template");
            case "pages" -> next(visitor, consent, form, path + "/pages");
            default -> Answer.seeOther(path);
        });
    }

    private Answer next(Visitor.SignedIn visitor, ConsentRequest consent, Form form, String path) {
        Optional<WorkspaceId> chosen =
                form.given("workspace").flatMap(Uuids::exact).map(WorkspaceId::new);
        boolean possible = chosen.map(workspace -> consentRequests.chooseWorkspace(consent, workspace))
                .orElse(!form.has("workspace"));
        return possible
                ? Answer.seeOther(path)
                : given.notPossible(visitor).because("workspace: is none of those that were offered");
    }
}
