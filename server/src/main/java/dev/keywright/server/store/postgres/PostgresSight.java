package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.sql.Grants;
import dev.keywright.server.store.sql.Names;
import java.util.Optional;

/**
 * A row that is read when the request first needs anything: its client, as a rule. With the row comes which change of names
 * was the last, so that nothing is asked for the client alone; and what is decided on the row needs no second read, for it
 * is written only over the version that was read.
 */
final class PostgresSight implements Grants.Sight {
    private final Lanes lanes;
    private final PostgresNames names;
    private final AuthorizationId id;
    private Optional<GroupReads.Found> row = Optional.empty();
    private boolean hasLooked;

    PostgresSight(Lanes lanes, PostgresNames names, AuthorizationId id) {
        this.lanes = lanes;
        this.names = names;
        this.id = id;
    }

    @Override
    public Names names() {
        return row().<Names>map(found -> names.asOf(found.nameRevision())).orElse(names);
    }

    @Override
    public Optional<Grants.Seen> find() {
        return row().map(this::seen);
    }

    @Override
    public <O> Grants.Decided<O> decide(Decision<O> decision) {
        Asked.Decided<O> decided = lanes.decide(id, decision, row);
        return new Grants.Decided<>(decided.outcome(), () -> decided.row().map(this::seen));
    }

    private Optional<GroupReads.Found> row() {
        if (!hasLooked) {
            row = lanes.find(id);
            hasLooked = true;
        }
        return row;
    }

    private Grants.Seen seen(GroupReads.Found found) {
        return new Grants.Seen(found.grant(), names.asOf(found.nameRevision()));
    }
}
