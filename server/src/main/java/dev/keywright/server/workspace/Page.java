package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A page.
 *
 * @param parent the page above it; a top-level page has none
 * @param editedAt when its title was last changed, or when it was made
 */
public record Page(
        PageId id,
        WorkspaceId workspace,
        Optional<PageId> parent,
        String title,
        Visibility visibility,
        Instant createdAt,
        Instant editedAt) {
    /** A page that was not edited since it was made. */
    public Page(
            PageId id,
            WorkspaceId workspace,
            Optional<PageId> parent,
            String title,
            Visibility visibility,
            Instant createdAt) {
        this(id, workspace, parent, title, visibility, createdAt, createdAt);
    }
}
