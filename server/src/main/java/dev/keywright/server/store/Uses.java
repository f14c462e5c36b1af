package dev.keywright.server.store;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.connection.SecretHash;
import java.time.Instant;

/**
 * When secrets and tokens were last used. It is noted in memory and written now and then, so that nothing writes on a read
 * path; what was noted and not yet written is lost in a crash.
 */
public interface Uses {
    /** Notes that a connection, or a resource server, authenticated with this secret. */
    void note(ClientId client, SecretHash secret, Instant at);

    /** Notes that an access token of this authorization opened something. */
    void note(Authorization authorization, Instant at);

    /** Writes what was noted, at most {@code most} rows at once and none twice within an hour; gives how many it took. */
    int write(int most);
}
