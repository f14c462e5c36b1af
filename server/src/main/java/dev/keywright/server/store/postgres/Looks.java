package dev.keywright.server.store.postgres;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.AuthorizationKey;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Looks at authorizations, those of many requests with one statement, and each at what is committed when it is made. */
final class Looks implements Lane.Work<Looks.Look> {
    private final Pool pool;
    private final Retry retry;

    Looks(Pool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    /** One who wants to see an authorization. */
    record Look(AuthorizationId id, CompletableFuture<Optional<Grant>> answer) {
        static Look at(AuthorizationId id) {
            return new Look(id, new CompletableFuture<>());
        }

        /** Waits for the answer. */
        Optional<Grant> await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof StoreUnavailableException unavailable ? unavailable : e;
            }
        }
    }

    @Override
    public List<Look> on(List<Look> looks) {
        try {
            List<AuthorizationId> ids = looks.stream().map(Look::id).distinct().toList();
            Map<AuthorizationKey, GroupReads.Found> rows =
                    retry.untilDone("read", () -> pool.atOnce(connection -> GroupReads.of(connection, ids)));
            for (Look look : looks) {
                look.answer().complete(Optional.ofNullable(rows.get(look.id())).map(GroupReads.Found::grant));
            }
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later look would wait for ever.
            looks.forEach(look -> look.answer().completeExceptionally(e));
        }
        return List.of();
    }
}
