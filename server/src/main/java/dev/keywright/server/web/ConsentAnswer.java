package dev.keywright.server.web;

import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Questions;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import java.util.Optional;

/** {@code POST /install-integration/{question}}: the buttons of the consent page and of the template step. */
public final class ConsentAnswer implements FrontDoor.Action {
    private final OpenQuestion open;
    private final Questions questions;
    private final GivenAnswer given;

    /** The action. */
    public ConsentAnswer(OpenQuestion open, Questions questions, GivenAnswer given) {
        this.open = open;
        this.questions = questions;
        this.given = given;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor, Form form) {
        return open.of(request, visitor, (question, path) -> switch (form.text("go")) {
            case "cancel" -> given.deny(request, visitor, question);
            case "use-template" -> given.allow(request, visitor, question, new Sharing.Template());
            case "template" -> next(visitor, question, form, path + "/template");
            case "pages" -> next(visitor, question, form, path + "/pages");
            default -> Answer.seeOther(path);
        });
    }

    private Answer next(Visitor.SignedIn visitor, Question question, Form form, String path) {
        Optional<WorkspaceId> chosen =
                form.given("workspace").flatMap(Uuids::exact).map(WorkspaceId::new);
        boolean possible = chosen.map(workspace -> questions.chooseWorkspace(question, workspace))
                .orElse(!form.has("workspace"));
        return possible
                ? Answer.seeOther(path)
                : given.notPossible(visitor).because("workspace: is none of those that were offered");
    }
}
