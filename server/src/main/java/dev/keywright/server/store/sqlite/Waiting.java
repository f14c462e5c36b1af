package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One who waits for what a thread of the store does for many at once.
 *
 * @param <C> what it is done on
 * @param <R> what comes of it
 */
final class Waiting<C, R> {
    private final Operation<C, R> operation;
    private final CompletableFuture<R> answer = new CompletableFuture<>();
    private R result;

    /** What is waited for. */
    interface Operation<C, R> {
        /** Does it. */
        R run(C on) throws SQLException;
    }

    @SuppressWarnings("NullAway.Init") // Set by run, which comes before answer.
    Waiting(Operation<C, R> operation) {
        this.operation = operation;
    }

    /** Does it, and keeps what came of it; nobody is told yet. */
    void run(C on) throws SQLException {
        result = operation.run(on);
    }

    /** Tells those of whom all was done what came of it. */
    static <C> void answer(List<Waiting<C, ?>> group) {
        if (group.size() == 1) {
            group.getFirst().answer();
        } else {
            // On a virtual thread: one that wakes others of its kind need not wake a carrier for each.
            Thread.startVirtualThread(() -> group.forEach(Waiting::answer));
        }
    }

    private void answer() {
        answer.complete(result);
    }

    /** Tells that it could not be done, or that nobody knows whether it was. */
    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /** Waits for what comes of it; {@code what} names it, should it fail. */
    R await(String what) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case SQLException failure ->
                    new StoreUnavailableException("the " + what + " failed: " + failure.getMessage(), failure);
                case StoreUnavailableException unavailable -> unavailable;
                case null, default -> e;
            };
        }
    }
}
