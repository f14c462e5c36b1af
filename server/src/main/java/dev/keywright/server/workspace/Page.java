package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import java.time.Instant;
import java.util.Optional;

/**
 * A page.
 *
 * @param parent the page above it; a top-level page has none
 */
public record Page(
        PageId id,
        WorkspaceId workspace,
        Optional<PageId> parent,
        String title,
        Visibility visibility,
        Instant createdAt) {}
