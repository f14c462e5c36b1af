package dev.keywright.server.store.sqlite;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.Grants;
import dev.keywright.server.store.sql.Names;
import dev.keywright.server.store.sql.SqlAuthorizations;
import java.util.Optional;

/**
 * Grants on SQLite, where names in memory are always those of the database, and so are rows: nothing is gained by looking
 * ahead.
 */
record SqliteGrants(SqliteAuthorizations authorizations, Names names) implements Grants {
    @Override
    public Sight sight(AuthorizationId id) {
        return new AsTheyAre(authorizations, names, id);
    }

    private record AsTheyAre(SqliteAuthorizations authorizations, Names names, AuthorizationId id) implements Sight {
        @Override
        public Optional<Seen> find() {
            return authorizations.find(id).map(this::seen);
        }

        private Seen seen(Grant grant) {
            return new Seen(grant, names);
        }

        @Override
        public <O> Decided<O> decide(Decision<O> decision) {
            SqlAuthorizations.Decided<O> decided = authorizations.decide(id, decision);
            return new Decided<>(decided.outcome(), () -> decided.grant().map(this::seen));
        }
    }
}
