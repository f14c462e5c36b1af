package dev.keywright.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Of all threads that want the same thing at once, the first does it, and the others get what came of it. When the first
 * is interrupted another takes its place: what it began is not the others' fault.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** Does something that may be interrupted. */
    interface Task<V> {
        V run() throws InterruptedException;
    }

    V run(K key, Task<V> task) throws InterruptedException {
        while (true) {
            CompletableFuture<V> mine = new CompletableFuture<>();
            CompletableFuture<V> first = flights.computeIfAbsent(key, absent -> mine);
            if (first == mine) {
                return lead(key, task, mine);
            }
            try {
                return first.get();
            } catch (ExecutionException e) {
                throw rethrown(e);
            } catch (CancellationException interrupted) {
                // Once more, and perhaps as the first.
            }
        }
    }

    private V lead(K key, Task<V> task, CompletableFuture<V> mine) throws InterruptedException {
        try {
            V result = task.run();
            mine.complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
            // Changes nothing unless the task was interrupted.
            mine.cancel(false);
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException("what another thread did for this one failed", failed.getCause());
    }
}
