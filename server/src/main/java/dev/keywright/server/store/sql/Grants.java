package dev.keywright.server.store.sql;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Decision;
import dev.keywright.server.store.Grant;
import java.util.Optional;
import java.util.function.Supplier;

/** How an engine finds authorizations by their ids, together with names that fit. */
public interface Grants {
    /** The grant of this id, for the thread of one request. Nothing is read before it is asked for. */
    Sight sight(AuthorizationId id);

    /** A grant that is read at most once, unless another writes it meanwhile. */
    interface Sight {
        /** Names as they are when they are first asked for, or later. */
        Names names();

        /** The grant, in at most one read and without a write. */
        Optional<Seen> find();

        /** Decides on the grant, and writes what was decided. */
        <O> Decided<O> decide(Decision<O> decision);
    }

    /** A grant, and names as they were when it was read or later. */
    record Seen(Grant grant, Names names) {}

    /**
     * What a decision came to.
     *
     * @param seen the grant as it was then or later
     */
    record Decided<O>(O outcome, Supplier<Optional<Seen>> seen) {}
}
