package dev.keywright.server.store.sqlite;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.Decisions;
import dev.keywright.server.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Holds the writer in the middle of a transaction, so that what comes meanwhile is one group after it. */
final class Held {
    private Held() {}

    /** Returns when the transaction that was held is committed. */
    static void until(CountDownLatch mayGoOn, Store store, AuthorizationId row) {
        store.authorizations().apply(row, Decisions.of(found -> {
            await(mayGoOn);
            return new Verdict<>(found, Optional.empty(), List.of());
        }));
    }

    /** Returns when each of the threads waits for something. */
    static void awaitWaiting(List<Thread> threads) {
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    /** Waits for a latch. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
