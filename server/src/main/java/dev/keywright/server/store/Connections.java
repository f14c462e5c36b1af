package dev.keywright.server.store;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Edited;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.connection.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Connections as their developers register and change them. What was answered holds for the very next request. */
public interface Connections {
    /** Registers a new connection; false, and nothing done, when its id is or ever was another's. */
    boolean register(Connection connection);

    /** A connection as its developer sees it. */
    Optional<Registration> find(ClientId id);

    /**
     * Those that a person registered, or all when nobody is named, newest first.
     *
     * @param skip how many to leave out at the beginning
     */
    List<Registration> list(Optional<PersonId> owner, int skip, int most);

    /** One that takes any of these secrets; empty when none does. */
    Optional<Connection> withSecret(Set<SecretHash> secrets);

    /** Runs an edit on the connection and writes what it decided; empty when there is no such connection. */
    Optional<Edited> edit(ClientId id, Edit edit);

    /**
     * Deletes a connection: nothing of it is honoured from now on, and all its authorizations end, pending ones included.
     * Gives how many ended; empty when there is no such connection.
     */
    Optional<Integer> delete(ClientId id, Instant now);

    /**
     * Ends what an exchange that was under way may have left of deleted connections; at most {@code most} authorizations of
     * each. Gives how many.
     */
    int settle(Instant now, int most);

    /**
     * Keeps a static token of an internal connection, with the bot that it acts as; false, and nothing done, when there are
     * {@code most} live ones already, or no such internal connection of that workspace.
     */
    boolean issue(Authorization issued, Bot bot, int most);
}
