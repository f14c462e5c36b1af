package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.util.random.RandomGenerator;

/** What those do who were in each other's way, so that they are not again. */
interface Pause {
    /** How often something is tried in all. */
    int ATTEMPTS = 10;

    /** Waits after so many attempts that failed. */
    void after(int attempts);

    /** Up to 2 ms after the first attempt, twice that after each further one, never more than 64 ms. */
    static Pause growing(RandomGenerator random) {
        return attempts -> {
            try {
                Thread.sleep(random.nextInt(1 << Math.min(attempts, 6)) + 1L);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("interrupted while waiting to try again", e);
            }
        };
    }
}
