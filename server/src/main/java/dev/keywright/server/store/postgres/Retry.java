package dev.keywright.server.store.postgres;

import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;

/** Tries what may succeed when it is tried again, a bounded number of times. */
record Retry(Pause pause) {
    /** One attempt, which has done nothing when it fails. */
    interface Attempt<R> {
        R run() throws SQLException;
    }

    /** Gives what an attempt came to; {@code what} is what the last failure is called. */
    <R> R untilDone(String what, Attempt<R> attempt) {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.run();
            } catch (SQLException e) {
                if (!Failure.of(e).mayPass() || attempts == Pause.ATTEMPTS) {
                    throw new StoreUnavailableException("the " + what + " failed: " + e.getMessage(), e);
                }
                pause.after(attempts);
            }
        }
    }
}
