package dev.keywright.server.store.sql;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.Grant;
import java.util.Optional;
import java.util.function.Supplier;

/** How an engine finds authorizations by their ids, together with names that fit. */
public interface Grants {
    /** A grant, and names as they were when it was read or later. */
    record Seen(Grant grant, Names names) {}

    /**
     * What a decision came to.
     *
     * @param seen the grant as it was then or later
     */
    record Decided<O>(O outcome, Supplier<Optional<Seen>> seen) {}

    /** The grant of this id, in at most one read and without a write. */
    Optional<Seen> find(AuthorizationId id);

    /** Decides on the grant of this id, and writes what was decided. */
    <O> Decided<O> decide(AuthorizationId id, Decision<O> decision);
}
