package dev.keywright.server.web;

import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtepickerGenerated;

/**
 * {@code GET /install-integration/{consent}/pages}: which pages to share. {@code in} names the level, {@code after} where it
 * goes on, {@code q} what is searched for. The script {@code picker.js} makes a tree of it; without, each level is a page.
 */
public final class PickerPage implements FrontDoor.Page {
    private final OpenConsentRequest open;
    private final Picker picker;
    private final Pages pages;

    /** The page over the pages of a store. */
    public PickerPage(OpenConsentRequest open, Store store, Pages pages) {
        this.open = open;
        this.picker = new Picker(store);
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (consent, path) -> show(visitor, consent, view(consent, path, PickerPlace.of(Form.ofQuery(request)))));
    }

    private Answer show(Visitor.SignedIn visitor, ConsentRequest consent, PickerView view) {
        Frame frame = pages.withScript(
                pages.frame("Select pages for " + view.connection(), visitor, view.path())
                        .card(),
                "picker.js");
        return pages.show(
                200,
                ReturnTarget.of(consent.request().answerTo().uri()).source(),
                (output, interceptor) -> JtepickerGenerated.render(output, interceptor, frame, view));
    }

    private PickerView view(ConsentRequest consent, String path, PickerPlace place) {
        return picker.view(
                new Picker.Choice(
                        consent.viewer(),
                        Shown.name(consent.request().connection().name()),
                        path,
                        Shown.name(consent.workspace().name()),
                        PickerView.Purpose.CONSENT),
                place,
                consent.pages());
    }
}
