package dev.keywright.server.store;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import java.util.List;
import java.util.Optional;

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
}
