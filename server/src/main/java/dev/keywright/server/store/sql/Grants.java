package dev.keywright.server.store.sql;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.store.Grant;
import java.util.Optional;

/** How an engine finds authorizations by their ids. */
public interface Grants {
    /** A grant, and names as they were when it was read or later. */
    record Seen(Grant grant, Names names) {}

    /** The grant of this id, in at most one read and without a write. */
    Optional<Seen> find(AuthorizationId id);
}
