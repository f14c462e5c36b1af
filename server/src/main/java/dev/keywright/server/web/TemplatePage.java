package dev.keywright.server.web;

import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JtetemplateStepGenerated;

/** {@code GET /install-integration/{consent}/template}: a copy of the developer's template, or pages of one's own. */
public final class TemplatePage implements FrontDoor.Page {
    private final OpenConsentRequest open;
    private final Templates templates;
    private final Pages pages;

    /** The page. */
    public TemplatePage(OpenConsentRequest open, Templates templates, Pages pages) {
        this.open = open;
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (consent, path) -> templates
                        .of(consent.request().connection())
                        .map(checked -> switch (checked) {
                            case Templates.Checked.Good good -> show(visitor, consent, path, good);
                            case Templates.Checked.Bad bad -> Answer.seeOther(path + "/pages");
                        })
                        .orElseGet(() -> Answer.seeOther(path + "/pages")));
    }

    private Answer show(
            Visitor.SignedIn visitor, ConsentRequest consent, String path, Templates.Checked.Good template) {
        String name = Shown.name(consent.request().connection().name());
        Frame frame = pages.frame("Connect " + name, visitor, path).card();
        return pages.show(
                200,
                ReturnTarget.of(consent.request().answerTo().uri()).source(),
                (output, interceptor) -> JtetemplateStepGenerated.render(
                        output,
                        interceptor,
                        frame,
                        name,
                        path,
                        Shown.name(consent.workspace().name()),
                        Shown.title(template.page().title()),
                        template.size()));
    }
}
