package dev.keywright.server.authorization;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import java.util.Set;

/**
 * The identity a connection has for one person in one workspace, with what the last redeemed consent granted.
 *
 * @param pages the pages that were shared with it, each with what is below it
 */
public record Bot(BotId id, Installation installation, Capabilities capabilities, Set<PageId> pages) {
    public Bot {
        pages = Set.copyOf(pages);
    }
}
