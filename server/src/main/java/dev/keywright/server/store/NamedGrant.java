package dev.keywright.server.store;

import dev.keywright.protocol.Person;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;

/**
 * An authorization with the bot it acts as and what the two name, as all of it was at one moment or later: what an answer
 * about a token says.
 *
 * @param connection empty once it is deleted
 * @param workspace empty only if the authorization is of none that there is
 * @param person empty only if the authorization is of nobody that there is
 */
public record NamedGrant(
        Grant grant, Optional<Connection> connection, Optional<Workspace> workspace, Optional<Person> person) {}
