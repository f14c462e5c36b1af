package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.SearchOrder;
import java.util.Optional;

/**
 * What someone looks for.
 *
 * @param text what titles have in them; every page when it is empty
 * @param after the page that what is found goes on after; empty to begin
 * @param most how many at most
 */
public record PageSearch(Reach reach, FoldedTitle text, SearchOrder order, Optional<PageId> after, int most) {}
