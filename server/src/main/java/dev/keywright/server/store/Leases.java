package dev.keywright.server.store;

import java.time.Duration;

/** Which of several servers on the same data does what only one needs to do. */
public interface Leases {
    /**
     * Whether this server has the work from now on, for so long by the database's clock. Whoever has it keeps it by asking
     * again in time; nobody else gets it before. Two may do the work at once when one takes longer than that: it must be
     * harmless, and a lease only saves the trouble.
     */
    boolean take(String work, Duration length);
}
