package dev.keywright.server.web;

import dev.keywright.protocol.PageId;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import java.util.Optional;

/** {@code GET /install-integration/{question}/level}: a level of the tree for the script. */
public final class PickerLevel implements FrontDoor.Page {
    private final OpenQuestion open;
    private final Store store;

    /** Levels of the pages of a store. */
    public PickerLevel(OpenQuestion open, Store store) {
        this.open = open;
        this.store = store;
    }

    @Override
    public Answer answer(Request request, Visitor.SignedIn visitor) {
        return open.of(request, visitor, (question, path) -> {
            Form query = Form.ofQuery(request);
            Optional<PageId> in = Picker.pageId(query, "in");
            Optional<PageId> after = Picker.pageId(query, "after");
            var level = in.isEmpty()
                    ? store.pages().top(question.viewer(), after, Picker.MOST_SHOWN)
                    : store.pages().below(question.viewer(), in.get(), after, Picker.MOST_SHOWN);
            return PickerJson.answer(level.pages(), level.more());
        });
    }
}
