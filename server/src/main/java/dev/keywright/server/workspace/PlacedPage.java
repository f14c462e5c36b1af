package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/**
 * A page with what decides who sees it.
 *
 * @param lineage the page itself and all above it
 * @param viewers the people who can see it; empty when every member of the workspace can
 */
public record PlacedPage(
        PageSummary summary, WorkspaceId workspace, Set<PageId> lineage, Optional<Set<PersonId>> viewers) {
    public PlacedPage {
        lineage = Set.copyOf(lineage);
        viewers = viewers.map(Set::copyOf);
    }

    /**
     * Whether the page is in reach: for a bot it, or a page above it, was shared, and the person who did so, a member of the
     * workspace, can still see it.
     */
    public boolean isVisibleTo(Reach reach) {
        Viewer sharer = reach.sharer();
        return workspace.equals(sharer.workspace())
                && viewers.map(people -> people.contains(sharer.person())).orElse(true)
                && reach.shared()
                        .map(shared -> lineage.stream().anyMatch(shared::contains))
                        .orElse(true);
    }
}
