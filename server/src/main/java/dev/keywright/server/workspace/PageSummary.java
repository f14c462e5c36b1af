package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import java.time.Instant;
import java.util.Optional;

/** What an API tells of a page. */
public record PageSummary(PageId id, Optional<PageId> parent, String title, Instant createdAt, Instant editedAt) {}
