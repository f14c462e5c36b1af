package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.consent.ConsentRequest;
import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.consent.Sharing;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import java.util.Set;

/**
 * {@code POST /install-integration/{consent}/pages}: the buttons of the page picker. Every button brings the whole choice
 * along, which the server keeps before it shows another level; Allow access shares exactly that.
 */
public final class PickerAnswer implements FrontDoor.Action {
    private static final String PAGES = "/pages";

    private final OpenConsentRequest open;
    private final ConsentRequests consentRequests;
    private final Picker picker;
    private final GivenAnswer given;

    /** The action over the pages of a store. */
    public PickerAnswer(OpenConsentRequest open, ConsentRequests consentRequests, Store store, GivenAnswer given) {
        this.open = open;
        this.consentRequests = consentRequests;
        this.picker = new Picker(store);
        this.given = given;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor, Form form) {
        return open.of(request, visitor, (consent, path) -> switch (PickerButton.of(form)) {
            case PickerButton.Cancel cancel -> given.deny(request, visitor, consent);
            case PickerButton.Malformed malformed -> given.notPossible(visitor).because(PickerButton.Malformed.PROBLEM);
            case PickerButton.Allow(Set<PageId> ticked) ->
                given.allow(request, visitor, consent, new Sharing.These(ticked));
            case PickerButton.All(Set<PageId> ticked) -> all(consent, path);
            case PickerButton.Back(Set<PageId> ticked) -> keep(visitor, consent, ticked, path);
            case PickerButton.Elsewhere(Set<PageId> ticked, PickerPlace place) ->
                keep(visitor, consent, ticked, path + PAGES + place.query());
        });
    }

    private Answer all(ConsentRequest consent, String path) {
        boolean ticked = picker.everything(consent.viewer())
                .filter(everything -> consentRequests.tick(consent, everything))
                .isPresent();
        PickerPlace place = ticked ? PickerPlace.TOP : PickerPlace.TOP_WITH_TOO_MANY;
        return Answer.seeOther(path + PAGES + place.query());
    }

    private Answer keep(Visitor.SignedIn visitor, ConsentRequest consent, Set<PageId> ticked, String next) {
        return consentRequests.tick(consent, ticked)
                ? Answer.seeOther(next)
                : given.notPossible(visitor).because("pages: the person may not share one of them");
    }
}
