package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.workspace.Workspace;
import java.util.Optional;

/** What requests and authorizations name, from memory where it is there and else from the database. */
record NameRows(Transactions transactions) {
    Optional<Connection> connection(Names known, ClientId id) {
        return known.find(
                id, Connection.class, () -> transactions.readAll(statements -> ConnectionRows.find(statements, id)));
    }

    Optional<Person> person(Names known, PersonId id) {
        return known.find(id, Person.class, () -> transactions.readAll(statements -> WorldRows.person(statements, id)));
    }

    Optional<Workspace> workspace(Names known, WorkspaceId id) {
        return known.find(
                id, Workspace.class, () -> transactions.readAll(statements -> WorldRows.workspace(statements, id)));
    }

    NamedGrant named(Grants.Seen seen) {
        Installation of = seen.grant().authorization().installation();
        return new NamedGrant(
                seen.grant(),
                connection(seen.names(), of.client()),
                workspace(seen.names(), of.workspace()),
                person(seen.names(), of.person()));
    }
}
