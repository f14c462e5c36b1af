package dev.keywright.server.world;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page with the pages below it, before it has a workspace. */
record PageOutline(PageId id, String title, Visibility visibility, List<PageOutline> below) {
    PageOutline visibleTo(Visibility people) {
        return new PageOutline(id, title, people, below);
    }

    /** The pages of this outline at the top of a workspace, each before those below it. */
    List<Page> in(WorkspaceId workspace, Instant now) {
        List<Page> pages = new ArrayList<>();
        add(workspace, Optional.empty(), now, pages);
        return pages;
    }

    private void add(WorkspaceId workspace, Optional<PageId> parent, Instant now, List<Page> pages) {
        pages.add(new Page(id, workspace, parent, title, visibility, now));
        for (PageOutline page : below) {
            page.add(workspace, Optional.of(id), now, pages);
        }
    }
}
