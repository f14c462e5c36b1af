package dev.keywright.server.web;

import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JteconsentGenerated;

/** {@code GET /install-integration/{question}}: who asks, where, and what it will be able to do. */
public final class ConsentPage implements FrontDoor.Page {
    private final OpenQuestion open;
    private final Templates templates;
    private final Pages pages;

    /** The page. */
    public ConsentPage(OpenQuestion open, Templates templates, Pages pages) {
        this.open = open;
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(request, visitor, (question, path) -> show(visitor, question, path));
    }

    private Answer show(Visitor.SignedIn visitor, Question question, String path) {
        String name = Shown.name(question.request().connection().name());
        Frame frame = pages.frame("Connect " + name, visitor, path).card();
        ReturnTarget back = ReturnTarget.of(question.request().answerTo().uri());
        boolean template = templates
                .of(question.request().connection())
                .filter(Templates.Checked.Good.class::isInstance)
                .isPresent();
        return pages.show(
                200,
                back.source(),
                (output, interceptor) -> JteconsentGenerated.render(
                        output,
                        interceptor,
                        frame,
                        question,
                        path,
                        visitor.person().email(),
                        Powers.of(question.request().connection().capabilities()),
                        back.shown(),
                        template));
    }
}
