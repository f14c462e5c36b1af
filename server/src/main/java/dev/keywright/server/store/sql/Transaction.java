package dev.keywright.server.store.sql;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.store.Grant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transaction that writes. Authorizations and bots go through it by name, so that an engine can keep them in memory. */
public interface Transaction {
    /** The statements of its connection. */
    Statements statements();

    /** The row and its bot as this transaction sees them. */
    Optional<Grant> find(AuthorizationKey key) throws SQLException;

    /** Inserts a row that is active from the start. */
    void insert(Authorization row, Active active) throws SQLException;

    /** Writes the row over the version before it; says false, and writes nothing, when another has. */
    boolean overwrite(Authorization row) throws SQLException;

    /** Writes the row over the version before it, which was found in this transaction: no other can have changed it. */
    default void update(Authorization row) throws SQLException {
        if (!overwrite(row)) {
            throw new IllegalStateException(
                    "the row changed under the transaction: " + row.id().ref());
        }
    }

    /** Gives the bot what its last redeemed consent granted; says how many live authorizations it has. */
    int install(Bot bot) throws SQLException;

    /** Says that this transaction changed a connection, a person, a workspace or a page. */
    void changedName(Object id);

    /** Says that this transaction changed more than it can name. */
    void changedEverything();

    /**
     * Ends those of these rows that have not ended; gives them as they are then. Whoever writes several rows locks them in
     * the order of their ids: two that wait for each other's are found by PostgreSQL after a second, and not before.
     */
    default List<Authorization> end(List<AuthorizationId> ids, EndReason why, Instant now) throws SQLException {
        List<Authorization> ended = new ArrayList<>();
        for (AuthorizationId id : ids.stream().sorted().toList()) {
            Authorization over = find(id).orElseThrow().authorization().ended(why, now);
            update(over);
            ended.add(over);
        }
        return ended;
    }
}
