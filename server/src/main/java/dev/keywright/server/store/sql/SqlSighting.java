package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.store.NamedOutcome;
import dev.keywright.server.store.Sighting;
import java.util.Optional;

/** An engine's sight of an authorization, with what it names. */
record SqlSighting(Grants.Sight sight, NameRows rows) implements Sighting {
    @Override
    public Optional<Connection> connection(ClientId id) {
        return rows.connection(sight.names(), id);
    }

    @Override
    public Optional<NamedGrant> named() {
        return sight.find().map(rows::named);
    }

    @Override
    public <O> NamedOutcome<O> decide(Decision<O> decision) {
        Grants.Decided<O> decided = sight.decide(decision);
        return new NamedOutcome<>(decided.outcome(), () -> decided.seen().get().map(rows::named));
    }
}
