package dev.keywright.server.store;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which connection acts for whom and where: the bots that have live authorizations. Lists go by bot id, a page at a time.
 */
public interface Installations {
    /** What a person installed, the next {@code most} behind {@code after}. */
    List<Installed> ofPerson(PersonId person, Optional<BotId> after, int most);

    /** Where a connection is installed, the next {@code most} behind {@code after}. */
    List<Installed> ofConnection(ClientId client, Optional<BotId> after, int most);

    /** How often a connection is installed, counted up to {@code most}. */
    int count(ClientId client, int most);

    /** The installation of one bot. */
    Optional<Installed> find(BotId bot);

    /** The live authorizations of a bot, oldest first; at most {@code most}. */
    List<LiveAuthorization> live(BotId bot, int most);

    /**
     * Shares exactly these pages with a bot, at once and with all its live authorizations, if the person who asks is who
     * installed it and may share each of them.
     */
    Shared share(BotId bot, PersonId person, Set<PageId> pages);
}
