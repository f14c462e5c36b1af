package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;

/** {@code GET /install-integration/{consent}/level}: a level of the tree for the script. */
public final class PickerLevel implements FrontDoor.Page {
    private final OpenConsentRequest open;
    private final Picker picker;

    /** Levels of the pages of a store. */
    public PickerLevel(OpenConsentRequest open, Store store) {
        this.open = open;
        this.picker = new Picker(store);
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (consent, path) -> picker.levelForScript(consent.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }
}
