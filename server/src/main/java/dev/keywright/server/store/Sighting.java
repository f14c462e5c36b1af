package dev.keywright.server.store;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.connection.Connection;
import java.util.Optional;

/**
 * The authorization that a request is about, looked at when the request first needs anything, and then not again: what is
 * said here holds at that moment or later. For the thread of one request.
 */
public interface Sighting {
    /** A connection by its client id: the authorization's, or another that presents its token. */
    Optional<Connection> connection(ClientId id);

    /** The authorization with all that it names. */
    Optional<NamedGrant> named();

    /**
     * Decides as {@link Authorizations#apply} does, for one whose answer says what the authorization names. What another
     * has changed since it was looked at is never written over: then it is looked at again.
     */
    <O> NamedOutcome<O> decide(Decision<O> decision);
}
