package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import java.util.Set;

/**
 * How far a bot sees: these pages and all below them, as far as the person sees who shared them.
 *
 * @param shared the pages that were shared, of any depth
 */
public record Reach(Viewer sharer, Set<PageId> shared) {
    public Reach {
        shared = Set.copyOf(shared);
    }
}
