package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.sql.Grants;
import java.util.Optional;

/** Grants on PostgreSQL: whoever reads a row reads with it which change of names was the last. */
record PostgresGrants(Lanes lanes, PostgresNames names) implements Grants {
    @Override
    public Optional<Seen> find(AuthorizationId id) {
        return lanes.find(id).map(this::seen);
    }

    @Override
    public <O> Decided<O> decide(AuthorizationId id, Decision<O> decision) {
        Asked.Decided<O> decided = lanes.decide(id, decision);
        return new Decided<>(decided.outcome(), () -> decided.row().map(this::seen));
    }

    private Seen seen(GroupReads.Found row) {
        return new Seen(row.grant(), names.asOf(row.nameRevision()));
    }
}
