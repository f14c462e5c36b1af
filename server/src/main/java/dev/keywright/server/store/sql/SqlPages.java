package dev.keywright.server.store.sql;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.SearchOrder;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.Pages;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.PlacedPage;
import dev.keywright.server.workspace.Reach;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pages in tables. */
final class SqlPages implements Pages {
    private final Transactions transactions;
    private final Names names;

    SqlPages(Transactions transactions, Names names) {
        this.transactions = transactions;
        this.names = names;
    }

    @Override
    public Optional<Page> find(PageId id) {
        return transactions.readAll(statements -> PageRows.find(statements, id));
    }

    @Override
    public Level top(Viewer viewer, Optional<PageId> after, int most) {
        return transactions.readAll(statements -> PageListings.top(statements, viewer, after, most));
    }

    @Override
    public Level below(Viewer viewer, PageId parent, Optional<PageId> after, int most) {
        return transactions.readAll(statements -> PageListings.below(statements, viewer, parent, after, most));
    }

    @Override
    public List<ShareablePage> search(Viewer viewer, FoldedTitle text, int most) {
        if (text.isEmpty()) {
            return List.of();
        }
        PageSearch search = new PageSearch(Reach.of(viewer), text, SearchOrder.RELEVANCE, Optional.empty(), most);
        return transactions.readAll(statements -> PageListings.inOrder(
                statements,
                viewer,
                PageIndexRows.of(statements, names, viewer.workspace())
                        .find(search)
                        .orElse(List.of())));
    }

    @Override
    public List<ShareablePage> named(Viewer viewer, Set<PageId> ids) {
        return transactions.readAll(statements -> PageListings.named(statements, viewer, ids));
    }

    @Override
    public Set<PageId> shareable(Viewer viewer, Set<PageId> ids) {
        return transactions.read(statements -> PageListings.shareable(statements, viewer, ids));
    }

    @Override
    public List<Page> first(WorkspaceId workspace, int most) {
        return transactions.readAll(statements -> PageRows.ofWorkspace(statements, workspace, most));
    }

    @Override
    public int size(PageId id, int most) {
        return transactions.read(statements -> PageRows.size(statements, id, most));
    }

    @Override
    public Optional<PlacedPage> placed(PageId id) {
        return names.find(
                id, PlacedPage.class, () -> transactions.readAll(statements -> SharedPages.find(statements, id)));
    }

    @Override
    public Optional<List<PageSummary>> search(PageSearch search) {
        return transactions.readAll(statements -> SharedPages.search(statements, names, search));
    }
}
