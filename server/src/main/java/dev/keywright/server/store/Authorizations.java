package dev.keywright.server.store;

import dev.keywright.protocol.BotId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.authorization.CodeHash;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.authorization.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Authorizations, with the codes that lead to them and the bots they act as. */
public interface Authorizations {
    /** Keeps a new, pending authorization and the hash of its code. */
    void begin(Authorization pending, CodeHash code);

    /**
     * Runs a decision on the row that {@code key} names, writes what it decided and carries out what follows, all in one
     * transaction. The only write on the token path. The decision must be pure: it may run more than once.
     */
    <O> O apply(AuthorizationKey key, Decision<O> decision);

    /** The row of this id with its bot, in at most one read and without a write. */
    Optional<Grant> find(AuthorizationId id);

    /** Ends every authorization of a bot, pending ones included, and the bot with them; gives those that it ended. */
    List<Authorization> endAll(BotId bot, EndReason why, Instant now);

    /**
     * Deletes what no request can need again: codes a day after they expired, with the authorizations that were never
     * redeemed, and authorizations 30 days after they ended. At most {@code most} rows of each; gives how many in all.
     */
    int sweep(Instant now, int most);
}
