package dev.keywright.server.store;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.CodeHash;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Authorization requests that are before a person. Each is answered once, whoever else answers at the same time. */
public interface ConsentTransactions {
    /** Keeps a new one. Its session has at most {@code mostOfSession}: the oldest make room. */
    void begin(ConsentTransaction transaction, int mostOfSession);

    /** The one of this id, whatever its age. */
    Optional<ConsentTransaction> find(SecretHash id);

    /** Notes what the person has chosen so far; nothing happens when it was answered. */
    void choose(SecretHash id, WorkspaceId workspace, Set<PageId> pages);

    /** The person allows: keeps the authorization and its code as {@link Authorizations#begin}; false, and nothing kept, when it was answered before. */
    boolean allow(SecretHash id, Authorization pending, CodeHash code);

    /** The person denies; false when it was answered before. */
    boolean deny(SecretHash id);

    /** Deletes at most {@code most} of those begun before that time, which is outside; gives how many. */
    int sweep(Instant startedBefore, int most);
}
