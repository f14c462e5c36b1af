package dev.keywright.server.web;

import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JtetemplateStepGenerated;

/** {@code GET /install-integration/{question}/template}: a copy of the developer's template, or pages of one's own. */
public final class TemplatePage implements FrontDoor.Page {
    private final OpenQuestion open;
    private final Templates templates;
    private final Pages pages;

    /** The page. */
    public TemplatePage(OpenQuestion open, Templates templates, Pages pages) {
        this.open = open;
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (question, path) -> templates
                        .of(question.request().connection())
                        .map(checked -> switch (checked) {
                            case Templates.Checked.Good good -> show(visitor, question, path, good);
                            case Templates.Checked.Bad bad -> Answer.seeOther(path + "/pages");
                        })
                        .orElseGet(() -> Answer.seeOther(path + "/pages")));
    }

    private Answer show(Visitor.SignedIn visitor, Question question, String path, Templates.Checked.Good template) {
        String name = Shown.name(question.request().connection().name());
        Frame frame = pages.frame("Connect " + name, visitor, path).card();
        return pages.show(
                200,
                ReturnTarget.of(question.request().answerTo().uri()).source(),
                (output, interceptor) -> JtetemplateStepGenerated.render(
                        output,
                        interceptor,
                        frame,
                        name,
                        path,
                        Shown.name(question.workspace().name()),
                        Shown.title(template.page().title()),
                        template.size()));
    }
}
