package dev.keywright.server.store.sqlite;

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

/** Pages on SQLite. */
final class SqlitePages implements Pages {
    private final Readers readers;
    private final NameCache names;

    SqlitePages(Readers readers, NameCache names) {
        this.readers = readers;
        this.names = names;
    }

    @Override
    public Optional<Page> find(PageId id) {
        return readers.readAll(statements -> PageRows.find(statements, id));
    }

    @Override
    public Level top(Viewer viewer, Optional<PageId> after, int most) {
        return readers.readAll(statements -> PageListings.top(statements, viewer, after, most));
    }

    @Override
    public Level below(Viewer viewer, PageId parent, Optional<PageId> after, int most) {
        return readers.readAll(statements -> PageListings.below(statements, viewer, parent, after, most));
    }

    @Override
    public List<ShareablePage> search(Viewer viewer, FoldedTitle text, int most) {
        if (text.isEmpty()) {
            return List.of();
        }
        PageSearch search = new PageSearch(Reach.of(viewer), text, SearchOrder.RELEVANCE, Optional.empty(), most);
        return readers.readAll(statements -> PageListings.inOrder(
                statements,
                viewer,
                PageIndexRows.of(statements, names, viewer.workspace())
                        .find(search)
                        .orElse(List.of())));
    }

    @Override
    public List<ShareablePage> named(Viewer viewer, Set<PageId> ids) {
        return readers.readAll(statements -> PageListings.named(statements, viewer, ids));
    }

    @Override
    public Set<PageId> shareable(Viewer viewer, Set<PageId> ids) {
        return readers.read(statements -> PageListings.shareable(statements, viewer, ids));
    }

    @Override
    public List<Page> first(WorkspaceId workspace, int most) {
        return readers.readAll(statements -> PageRows.ofWorkspace(statements, workspace, most));
    }

    @Override
    public int size(PageId id, int most) {
        return readers.read(statements -> PageRows.size(statements, id, most));
    }

    @Override
    public Optional<PlacedPage> placed(PageId id) {
        return names.find(id, PlacedPage.class, () -> readers.readAll(statements -> SharedPages.find(statements, id)));
    }

    @Override
    public Optional<List<PageSummary>> search(PageSearch search) {
        return readers.readAll(statements -> SharedPages.search(statements, names, search));
    }
}
