package dev.keywright.server.web;

import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;

/** {@code GET /install-integration/{consent}/search}: pages by their title for the script. */
public final class PickerSearch implements FrontDoor.Page {
    private final OpenConsentRequest open;
    private final Picker picker;

    /** Searches the pages of a store. */
    public PickerSearch(OpenConsentRequest open, Store store) {
        this.open = open;
        this.picker = new Picker(store);
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(
                request,
                visitor,
                (consent, path) -> picker.foundForScript(consent.viewer(), PickerPlace.of(Form.ofQuery(request))));
    }
}
