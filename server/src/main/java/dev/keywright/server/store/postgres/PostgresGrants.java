package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.store.sql.Grants;

/** Grants on PostgreSQL: whoever reads a row reads with it which change of names was the last. */
record PostgresGrants(Lanes lanes, PostgresNames names) implements Grants {
    @Override
    public Sight sight(AuthorizationId id) {
        return new PostgresSight(lanes, names, id);
    }
}
