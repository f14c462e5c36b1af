package dev.keywright.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many that do something at once, each on a thread of its own that the system shares the processors among. */
public final class Crowd implements AutoCloseable {
    /** How often a race is run. */
    public static final int ROUNDS = 1000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Lets all of them begin at the same moment, and gives what each came to, in their order. */
    public <R> List<R> atOnce(List<? extends Callable<R>> tasks) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        List<Future<R>> running = new ArrayList<>();
        for (Callable<R> task : tasks) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return task.call();
            }));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> one : running) {
            results.add(one.get());
        }
        return results;
    }

    /** Lets {@code size} do the same at the same moment. */
    public <R> List<R> atOnce(int size, Callable<R> task) throws InterruptedException, ExecutionException {
        return atOnce(java.util.Collections.nCopies(size, task));
    }

    /** Waits for what another of a test's threads does. */
    public static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
