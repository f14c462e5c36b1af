package dev.keywright.server.store;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.SearchOrder;
import dev.keywright.server.workspace.FoldedTitle;
import dev.keywright.server.workspace.Reach;
import java.util.Optional;

/**
 * What a bot looks for.
 *
 * @param text what titles have in them; every page when it is empty
 * @param after the page that what is found goes on after; empty to begin
 */
public record PageSearch(Reach reach, FoldedTitle text, SearchOrder order, Optional<PageId> after, int most) {}
