package dev.keywright.server;

import dev.keywright.server.consent.Questions;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes now and then what no request can need again, in batches small enough that nobody waits for them. */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 500;
    private static final int MINUTES = 10;

    private final Store store;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon(true).factory());

    Sweeper(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        var _ = schedule.scheduleWithFixedDelay(this::sweep, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    /** Sweeps until a batch is not full. */
    void sweep() {
        try {
            while (store.authorizations().sweep(clock.instant(), BATCH) >= BATCH) {
                LOG.debug("swept a full batch");
            }
            Instant asked = clock.instant().minus(Questions.LIFETIME);
            while (store.consentTransactions().sweep(asked, BATCH) >= BATCH) {
                LOG.debug("swept a full batch of consent transactions");
            }
        } catch (StoreUnavailableException e) {
            LOG.warn("sweeping will be tried again: {}", e.getMessage());
        } catch (RuntimeException e) {
            // A schedule ends with the first exception it sees, and this one must not.
            LOG.error("sweeping will be tried again", e);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
