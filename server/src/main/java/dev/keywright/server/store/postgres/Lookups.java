package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up authorizations, those of many requests with one statement, and each at what is committed when it is made. */
final class Lookups implements Lane.Work<Lookups.Lookup> {
    private final Pool pool;
    private final Retry retry;

    Lookups(Pool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    /** One who wants to see an authorization. */
    record Lookup(AuthorizationId id, Awaited<Optional<GroupReads.Found>> answer) {}

    @Override
    public List<Lookup> on(List<Lookup> lookups) {
        try {
            List<AuthorizationId> ids =
                    lookups.stream().map(Lookup::id).distinct().toList();
            Map<AuthorizationKey, GroupReads.Found> rows =
                    retry.untilDone("read", () -> pool.atOnce(connection -> GroupReads.of(connection, ids)));
            for (Lookup lookup : lookups) {
                lookup.answer().complete(Optional.ofNullable(rows.get(lookup.id())));
            }
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later lookup would wait for ever.
            lookups.forEach(lookup -> lookup.answer().fail(e));
        }
        return List.of();
    }
}
