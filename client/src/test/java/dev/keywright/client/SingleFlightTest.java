package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void oneAfterTheOtherEachRuns() throws Exception {
        assertThat(flights.run("key", runs::incrementAndGet)).isEqualTo(1);
        assertThat(flights.run("key", runs::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void otherKeysDoNotWait() throws Exception {
        assertThat(flights.run("key", () -> flights.run("other", runs::incrementAndGet)))
                .isEqualTo(1);
    }

    @Test
    void anExceptionReachesThoseWhoWaited() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<Integer> first = threads.submit(() -> flights.run("key", () -> {
                running.countDown();
                fail.await();
                throw new IllegalStateException("the store is closed");
            }));
            running.await();
            FutureTask<Integer> second = new FutureTask<>(() -> flights.run("key", runs::incrementAndGet));
            Thread waiting = new Thread(second);
            waiting.start();
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            fail.countDown();

            assertThatThrownBy(first::get).hasRootCauseMessage("the store is closed");
            assertThatThrownBy(second::get).hasRootCauseMessage("the store is closed");
            assertThat(runs).hasValue(0);
        } finally {
            threads.shutdownNow();
        }
    }
}
