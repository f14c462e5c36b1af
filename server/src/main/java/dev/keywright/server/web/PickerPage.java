package dev.keywright.server.web;

import dev.keywright.server.consent.Question;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.templates.JtepickerGenerated;

/**
 * {@code GET /install-integration/{question}/pages}: which pages to share. {@code in} names the level, {@code after} where it
 * goes on, {@code q} what is searched for. The script {@code picker.js} makes a tree of it; without, each level is a page.
 */
public final class PickerPage implements FrontDoor.Page {
    private final OpenQuestion open;
    private final Picker picker;
    private final Pages pages;

    /** The page over the pages of a store. */
    public PickerPage(OpenQuestion open, Store store, Pages pages) {
        this.open = open;
        this.picker = new Picker(store);
        this.pages = pages;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (question, path) ->
                        show(visitor, question, view(question, path, PickerPlace.of(Form.ofQuery(request)))));
    }

    private Answer show(Visitor.SignedIn visitor, Question question, PickerView view) {
        Frame frame = pages.withScript(
                pages.frame("Select pages for " + view.connection(), visitor, view.path())
                        .card(),
                "picker.js");
        return pages.show(
                200,
                ReturnTarget.of(question.request().answerTo().uri()).source(),
                (output, interceptor) -> JtepickerGenerated.render(output, interceptor, frame, view));
    }

    private PickerView view(Question question, String path, PickerPlace place) {
        return picker.view(
                new Picker.Choice(
                        question.viewer(),
                        Shown.name(question.request().connection().name()),
                        path,
                        Shown.name(question.workspace().name()),
                        PickerView.Purpose.CONSENT),
                place,
                question.pages());
    }
}
