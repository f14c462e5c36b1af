package dev.keywright.server;

import dev.keywright.server.consent.ConsentRequests;
import dev.keywright.server.identity.PasswordSignIn;
import dev.keywright.server.identity.Visitors;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done now and then: deletes what no request can need again, which of several servers one does, and writes down
 * when what was last used, which each does. It is done in small batches, and on the schedule with a rest after each: on
 * SQLite nobody else writes meanwhile, and a million rows one batch after another kept everyone waiting.
 */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 50;
    private static final int USES = 500;

    /** How much longer than a batch took nothing is swept. */
    private static final int REST = 4;

    /** A start is over by then, and a server that was away for long does not add ten minutes to that. */
    private static final Duration FIRST = Duration.ofMinutes(1);

    private static final Duration PERIOD = Duration.ofMinutes(10);

    /** If whoever has it stops, another one sweeps a little later. */
    private static final Duration LEASE = PERIOD.multipliedBy(2);

    private final Store store;
    private final InstantSource clock;
    private final Consumer<Duration> watcher;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon(true).factory());

    /**
     * Begins with the schedule.
     *
     * @param watcher is told how long each batch took, its waiting for others who write included
     */
    Sweeper(Store store, InstantSource clock, Consumer<Duration> watcher) {
        this.store = store;
        this.clock = clock;
        this.watcher = watcher;
        var _ = schedule.scheduleWithFixedDelay(
                this::sweepSlowly, FIRST.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /** What is done after a batch that took so long, if another one is to follow. */
    private interface Rest {
        void after(Duration batch) throws InterruptedException;
    }

    /** Sweeps until a batch is not full. */
    void sweep() {
        sweep(batch -> {});
    }

    private void sweepSlowly() {
        sweep(batch -> Thread.sleep(batch.multipliedBy(REST)));
    }

    private void sweep(Rest rest) {
        writeUses();
        if (isMine("sweeping")) {
            sweepAll(rest);
        }
    }

    private void sweepAll(Rest rest) {
        inBatches("sweeping", rest, () -> store.connections().settle(clock.instant(), BATCH));
        inBatches(
                "sweeping",
                rest,
                () -> store.consentTransactions().sweep(clock.instant().minus(ConsentRequests.LIFETIME), BATCH));
        inBatches("sweeping", rest, () -> store.authorizations().sweep(clock.instant(), BATCH));
        inBatches("sweeping links", rest, () -> store.credentials().sweep(clock.instant(), BATCH));
        inBatches(
                "sweeping failed sign-ins",
                rest,
                () -> store.signInFailures().sweep(clock.instant().minus(PasswordSignIn.FAILURES_COUNT_FOR), BATCH));
        inBatches("sweeping sessions", rest, () -> {
            Instant now = clock.instant();
            return store.sessions().sweep(now.minus(Visitors.IDLE), now.minus(Visitors.ABSOLUTE), BATCH);
        });
    }

    private boolean isMine(String work) {
        try {
            return store.leases().take(work, LEASE);
        } catch (StoreUnavailableException e) {
            LOG.warn("{} will be tried again: {}", work, e.getMessage());
            return false;
        }
    }

    private void writeUses() {
        tried("writing what was last used", () -> {
            while (store.uses().write(USES) >= USES) {
                LOG.debug("a full batch");
            }
        });
    }

    private void inBatches(String what, Rest rest, IntSupplier batch) {
        tried(what, () -> {
            boolean full = !Thread.currentThread().isInterrupted();
            while (full) {
                long start = System.nanoTime();
                full = batch.getAsInt() >= BATCH;
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                watcher.accept(took);
                if (full) {
                    rest.after(took);
                }
            }
        });
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void tried(String what, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            // The server stops.
            Thread.currentThread().interrupt();
        } catch (StoreUnavailableException e) {
            LOG.warn("{} will be tried again: {}", what, e.getMessage());
        } catch (RuntimeException e) {
            // A schedule ends with the first exception it sees, and this one must not.
            LOG.error("{} will be tried again", what, e);
        }
    }

    /** Stops, and leaves nothing noted that is not written. */
    @Override
    public void close() {
        schedule.shutdownNow();
        writeUses();
    }
}
