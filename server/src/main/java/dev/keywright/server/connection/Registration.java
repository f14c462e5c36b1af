package dev.keywright.server.connection;

import java.time.Instant;
import java.util.Map;

/**
 * A connection as its developer sees it.
 *
 * @param version raised by every change, so that two who edit at once do not undo each other's work
 * @param lastUsed when each secret authenticated last, to within an hour; one that never did is not in it
 */
public record Registration(Connection connection, long version, Map<SecretHash, Instant> lastUsed) {
    public Registration {
        lastUsed = Map.copyOf(lastUsed);
    }
}
