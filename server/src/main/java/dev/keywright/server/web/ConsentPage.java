package dev.keywright.server.web;

import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.Templates;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.web.templates.JteconsentGenerated;

/** {@code GET /install-integration/{consent}}: who asks, where, and what it will be able to do. */
public final class ConsentPage implements FrontDoor.Page {
    private final OpenConsentRequest open;
    private final Templates templates;
    private final Pages pages;

    /** The page. */
    public ConsentPage(OpenConsentRequest open, Templates templates, Pages pages) {
        this.open = open;
        this.templates = templates;
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(request, visitor, (consent, path) -> show(visitor, consent, path));
    }

    private Answer show(Visitor.SignedIn visitor, ConsentRequest consent, String path) {
        String name = Shown.name(consent.request().connection().name());
        Frame frame = pages.frame("Connect " + name, visitor, path).card();
        ReturnTarget back = ReturnTarget.of(consent.request().answerTo().uri());
        boolean template = templates
                .of(consent.request().connection())
                .filter(Templates.Checked.Good.class::isInstance)
                .isPresent();
        return pages.show(
                200,
                back.source(),
                (output, interceptor) -> JteconsentGenerated.render(
                        output,
                        interceptor,
                        frame,
                        consent,
                        path,
                        visitor.person().email(),
                        Powers.of(consent.request().connection().capabilities()),
                        back.shown(),
                        template));
    }
}
