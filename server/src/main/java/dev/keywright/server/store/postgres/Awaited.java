package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one thread waits for and another finds out. */
final class Awaited<T> {
    private final CompletableFuture<T> future = new CompletableFuture<>();

    void complete(T value) {
        future.complete(value);
    }

    void fail(Throwable cause) {
        future.completeExceptionally(cause);
    }

    boolean isDone() {
        return future.isDone();
    }

    /** Waits for it. */
    T await() {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreUnavailableException unavailable ? unavailable : e;
        }
    }
}
