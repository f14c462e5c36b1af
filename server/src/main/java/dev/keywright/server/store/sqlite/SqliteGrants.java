package dev.keywright.server.store.sqlite;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.sql.Grants;
import dev.keywright.server.store.sql.Names;
import java.util.Optional;

/** Grants on SQLite, where names in memory are always those of the database, and a row that was just written is there too. */
record SqliteGrants(SqliteAuthorizations authorizations, Names names) implements Grants {
    @Override
    public Optional<Seen> find(AuthorizationId id) {
        return authorizations.find(id).map(grant -> new Seen(grant, names));
    }

    @Override
    public <O> Decided<O> decide(AuthorizationId id, Decision<O> decision) {
        return new Decided<>(authorizations.apply(id, decision), () -> find(id));
    }
}
