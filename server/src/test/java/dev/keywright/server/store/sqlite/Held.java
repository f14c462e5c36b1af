package dev.keywright.server.store.sqlite;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Verdict;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Decisions;
import dev.keywright.server.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Holds the writer in the middle of a transaction, so that what comes meanwhile is one group after it. */
final class Held {
    private Held() {}

    /** Says when the writer is held, and returns when the transaction that was held is committed. */
    static void until(CountDownLatch mayGoOn, CountDownLatch isHeld, Store store, AuthorizationId row) {
        store.authorizations().apply(row, Decisions.of(found -> {
            isHeld.countDown();
            Crowd.await(mayGoOn);
            return new Verdict<>(found, Optional.empty(), List.of());
        }));
    }

    /** Returns when each of the threads waits in a method of this class. */
    static void awaitWaiting(List<Thread> threads, Class<?> where) {
        while (!threads.stream().allMatch(thread -> waits(thread, where))) {
            if (threads.stream().anyMatch(thread -> thread.getState() == Thread.State.TERMINATED)) {
                throw new AssertionError("one of them has ended, and will never wait");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean waits(Thread thread, Class<?> where) {
        return thread.getState() == Thread.State.WAITING
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(where.getName()));
    }
}
