package dev.keywright.server.store;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is in a workspace: its members in order, each followed by the bots that act for that person there. People who may
 * not sign in any more are left out.
 */
public interface Directory {
    /** Someone in a workspace. */
    sealed interface Entry {
        /** The id that the entry is found by. */
        UUID id();

        /** A member. */
        record Member(Person person) implements Entry {
            @Override
            public UUID id() {
                return person.id().value();
            }
        }

        /** The bot of a connection. */
        record Acting(BotId bot, ClientId client) implements Entry {
            @Override
            public UUID id() {
                return bot.value();
            }
        }
    }

    /** The next {@code most} entries after the one of this id; empty when there is none of that id in the workspace. */
    Optional<List<Entry>> list(WorkspaceId workspace, Optional<UUID> after, int most);

    /** The entry of this id. */
    Optional<Entry> find(WorkspaceId workspace, UUID id);
}
