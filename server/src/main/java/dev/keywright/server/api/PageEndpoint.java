package dev.keywright.server.api;

import dev.keywright.protocol.PageId;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.PlacedPage;
import dev.keywright.server.workspace.Reach;

/** {@code GET /v1/pages/{id}}: a page that was shared with the bot, itself or a page above it. */
public final class PageEndpoint implements BearerAuthentication.Action {
    private final Store store;
    private final PageObjects pages;

    /** The endpoint over a store whose pages are read at {@code site}. */
    public PageEndpoint(Store store, String site) {
        this.store = store;
        this.pages = new PageObjects(store, site);
    }

    @Override
    public Operation operation(String method) {
        return NamedObject.asked(
                        Operation.of(
                                Subject.API,
                                "One page",
                                "A page that was shared with the bot, itself or a page above it."),
                        "page")
                .answering(Reply.json(200, "The page.", PageSchema.ofBody()));
    }

    @Override
    public Answer answer(Request request, Caller caller) {
        Reach reach = PageObjects.reach(caller);
        return NamedObject.answer(
                request,
                caller,
                "page",
                id -> store.pages()
                        .placed(new PageId(id))
                        .filter(page -> page.isVisibleTo(reach))
                        .map(PlacedPage::summary)
                        .map(page -> pages.of(caller, page)));
    }
}
