package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.consent.Question;
import dev.keywright.server.consent.Questions;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import java.util.Set;

/**
 * {@code POST /install-integration/{question}/pages}: the buttons of the page picker. Every button brings the whole choice
 * along, which the server keeps before it shows another level; Allow access shares exactly that.
 */
public final class PickerAnswer implements FrontDoor.Action {
    private static final String PAGES = "/pages";

    private final OpenQuestion open;
    private final Questions questions;
    private final Picker picker;
    private final GivenAnswer given;

    /** The action over the pages of a store. */
    public PickerAnswer(OpenQuestion open, Questions questions, Store store, GivenAnswer given) {
        this.open = open;
        this.questions = questions;
        this.picker = new Picker(store);
        this.given = given;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor, Form form) {
        return open.of(request, visitor, (question, path) -> switch (PickerButton.of(form)) {
            case PickerButton.Cancel cancel -> given.deny(request, visitor, question);
            case PickerButton.Malformed malformed -> given.notPossible(visitor).because(PickerButton.Malformed.PROBLEM);
            case PickerButton.Allow(Set<PageId> ticked) ->
                given.allow(request, visitor, question, new Sharing.These(ticked));
            case PickerButton.All(Set<PageId> ticked) -> all(question, path);
            case PickerButton.Back(Set<PageId> ticked) -> keep(visitor, question, ticked, path);
            case PickerButton.Elsewhere(Set<PageId> ticked, PickerPlace place) ->
                keep(visitor, question, ticked, path + PAGES + place.query());
        });
    }

    private Answer all(Question question, String path) {
        boolean ticked = picker.everything(question.viewer())
                .filter(everything -> questions.tick(question, everything))
                .isPresent();
        PickerPlace place = ticked ? PickerPlace.TOP : PickerPlace.TOP_WITH_TOO_MANY;
        return Answer.seeOther(path + PAGES + place.query());
    }

    private Answer keep(Visitor.SignedIn visitor, Question question, Set<PageId> ticked, String next) {
        return questions.tick(question, ticked)
                ? Answer.seeOther(next)
                : given.notPossible(visitor).because("pages: the person may not share one of them");
    }
}
