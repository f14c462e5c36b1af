package dev.keywright.server.store;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageSearch;
import dev.keywright.server.workspace.PageSummary;
import dev.keywright.server.workspace.PlacedPage;
import dev.keywright.server.workspace.ShareablePage;
import dev.keywright.server.workspace.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of workspaces that may have many: every call here reads about as many rows as it gives; titles are searched
 * in memory. The viewer is a member of the workspace; nothing that he cannot see is
 * given, nor its title on the way to what he can see.
 */
public interface Pages {
    /** How many pages a template may be: it is copied while a person waits. */
    int LARGEST_TEMPLATE = 500;

    /**
     * Some pages of one level, in order.
     *
     * @param more whether there are further ones after the last of these
     */
    record Level(List<ShareablePage> pages, boolean more) {
        public Level {
            pages = List.copyOf(pages);
        }
    }

    /** A page by id, whoever can see it. */
    Optional<Page> find(PageId id);

    /**
     * The outermost pages that the viewer can see: those of the workspace's top level, and those below a page that he
     * cannot see.
     *
     * @param after the page that the level goes on after; empty to begin
     */
    Level top(Viewer viewer, Optional<PageId> after, int most);

    /** The pages right below one, as {@link #top}; none when the viewer cannot see that one. */
    Level below(Viewer viewer, PageId parent, Optional<PageId> after, int most);

    /** The pages whose title has this text in it, those that begin with it first. */
    List<ShareablePage> search(Viewer viewer, FoldedTitle text, int most);

    /** Those of these pages that the viewer may share, in order. */
    List<ShareablePage> named(Viewer viewer, Set<PageId> ids);

    /** The ids of those of these pages that the viewer may share. */
    Set<PageId> shareable(Viewer viewer, Set<PageId> ids);

    /** The first pages of a workspace in their order, whoever can see them: for those who look after it. */
    List<Page> first(WorkspaceId workspace, int most);

    /** A page with what decides who sees it. */
    Optional<PlacedPage> placed(PageId id);

    /** What a bot finds; empty when the page to go on after is not among those that it sees. */
    Optional<List<PageSummary>> search(PageSearch search);

    /** How many pages a page and all below it are; {@code most} when they are that many or more, 0 when there is none. */
    int size(PageId id, int most);
}
