package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads for many requests at once which change of names was the last. */
final class Revisions implements Lane.Work<Revisions.Look> {
    private static final String READ = "SELECT revision FROM name_revision";

    private final Pool pool;
    private final Retry retry;

    Revisions(Pool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    /** One who wants to know; he hears of every change that was committed before he asked. */
    record Look(CompletableFuture<Long> answer) {
        Look() {
            this(new CompletableFuture<>());
        }

        /** Waits for the answer. */
        long await() {
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
            Long revision = retry.untilDone("read", () -> pool.atOnce(Revisions::read));
            looks.forEach(look -> look.answer().complete(revision));
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later look would wait for ever.
            looks.forEach(look -> look.answer().completeExceptionally(e));
        }
        return List.of();
    }

    private static Long read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
        }
    }
}
