package dev.keywright.server.store;

import dev.keywright.protocol.PersonId;
import java.time.Instant;
import java.util.Optional;

/** Who is signed in, by the hash of what the browser has. */
public interface Sessions {
    /** Keeps a new session; the one that it takes the place of, if there is one, is over. */
    void begin(Session session, Optional<SecretHash> instead);

    /** The session of this id, whatever its age. */
    Optional<Session> find(SecretHash id);

    /** Notes that the person was here. */
    void seen(SecretHash id, Instant now);

    /** Ends a session; nothing happens when it is over. */
    void end(SecretHash id);

    /** Ends every session of a person, but the one that is to stay. */
    void endAllOf(PersonId person, Optional<SecretHash> but);

    /** Deletes at most {@code most} of those last seen before one time or started before the other, of each; gives how many. */
    int sweep(Instant seenBefore, Instant startedBefore, int most);
}
