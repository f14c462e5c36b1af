package dev.keywright.server.store.postgres;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.sql.SqlAuthorizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Authorizations on PostgreSQL: those of many requests are read and written together. */
final class PostgresAuthorizations implements Authorizations {
    private final Lanes lanes;
    private final SqlAuthorizations writing;

    PostgresAuthorizations(Lanes lanes, SqlAuthorizations writing) {
        this.lanes = lanes;
        this.writing = writing;
    }

    @Override
    public void begin(Authorization pending, CodeHash code) {
        writing.begin(pending, code);
    }

    @Override
    public <O> O apply(AuthorizationKey key, Decision<O> decision) {
        return lanes.decide(key, decision).outcome();
    }

    @Override
    public Optional<Grant> find(AuthorizationId id) {
        return lanes.find(id).map(GroupReads.Found::grant);
    }

    @Override
    public List<Authorization> endAll(BotId bot, EndReason why, Instant now) {
        return writing.endAll(bot, why, now);
    }

    @Override
    public int sweep(Instant now, int most) {
        return writing.sweep(now, most);
    }
}
