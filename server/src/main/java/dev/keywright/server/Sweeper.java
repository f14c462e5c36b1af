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
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done now and then, in batches small enough that nobody waits for them: deletes what no request can need again,
 * which of several servers one does, and writes down when what was last used, which each does.
 */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 500;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    /** If whoever has it stops, another one sweeps a little later. */
    private static final Duration LEASE = PERIOD.multipliedBy(2);

    private final Store store;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon(true).factory());

    Sweeper(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        var _ = schedule.scheduleWithFixedDelay(this::sweep, PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /** Sweeps until a batch is not full. */
    void sweep() {
        writeUses();
        if (isMine("sweeping")) {
            sweepAll();
        }
    }

    private void sweepAll() {
        inBatches("sweeping", () -> store.connections().settle(clock.instant(), BATCH));
        inBatches(
                "sweeping",
                () -> store.consentTransactions().sweep(clock.instant().minus(ConsentRequests.LIFETIME), BATCH));
        inBatches("sweeping", () -> store.authorizations().sweep(clock.instant(), BATCH));
        inBatches("sweeping links", () -> store.credentials().sweep(clock.instant(), BATCH));
        inBatches(
                "sweeping failed sign-ins",
                () -> store.signInFailures().sweep(clock.instant().minus(PasswordSignIn.FAILURES_COUNT_FOR), BATCH));
        inBatches("sweeping sessions", () -> {
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
        inBatches("writing what was last used", () -> store.uses().write(BATCH));
    }

    private static void inBatches(String what, IntSupplier batch) {
        try {
            while (batch.getAsInt() >= BATCH) {
                LOG.debug("a full batch");
            }
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
