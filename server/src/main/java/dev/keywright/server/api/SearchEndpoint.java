package dev.keywright.server.api;

import dev.keywright.protocol.ApiError;
import dev.keywright.protocol.ListResponse;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Paging;
import dev.keywright.protocol.SearchRequest;
import dev.keywright.server.description.Operation;
import dev.keywright.server.description.Reply;
import dev.keywright.server.description.Subject;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import java.util.List;
import java.util.Optional;

/** {@code POST /v1/search}: the pages that a bot sees whose title has a text in it, whatever its case and accents. */
public final class SearchEndpoint implements BearerAuthentication.Action {
    private final Store store;
    private final PageObjects pages;

    /** The endpoint over a store whose pages are read at {@code site}. */
    public SearchEndpoint(Store store, String site) {
        this.store = store;
        this.pages = new PageObjects(store, site);
    }

    @Override
    public Operation operation(String method) {
        return SearchSchema.asked(Operation.of(
                        Subject.API,
                        "Searches pages",
                        "The pages that the bot sees whose title has a text in it, whatever its case and accents."))
                .answering(Reply.json(200, "A part of what was found.", SearchSchema.ofBody()));
    }

    @Override
    public Answer answer(Request request, Caller caller) {
        return switch (SearchRequest.read(request.body(), caller.version())) {
            case SearchRequest.Read.Refused(ApiError error) -> Answer.refused(request, error, error.message());
            case SearchRequest.Read.Understood(SearchRequest search) -> search(request, caller, search);
        };
    }

    private Answer search(Request request, Caller caller, SearchRequest search) {
        Paging paging = search.paging();
        Optional<List<PageSummary>> found = search.pages()
                ? store.pages()
                        .search(new PageSearch(
                                PageObjects.reach(caller),
                                FoldedTitle.of(search.query()),
                                search.order(),
                                paging.startCursor().map(PageId::new),
                                paging.pageSize() + 1))
                : Optional.of(List.of());
        if (found.isEmpty()) {
            return Part.unknownCursor(request, paging);
        }
        Part<PageSummary> part = Part.of(found.get(), paging, page -> page.id().value());
        return Answer.ok(
                request,
                ListResponse.ofSearch(
                        part.entries().stream()
                                .map(page -> pages.of(caller, page))
                                .toList(),
                        part.next(),
                        caller.version()));
    }
}
