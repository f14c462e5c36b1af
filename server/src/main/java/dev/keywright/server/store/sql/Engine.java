package dev.keywright.server.store.sql;

import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Counts;
import dev.keywright.server.store.Leases;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What is an engine's own. Authorizations are, for they must be fast; and so is what the servers on one database have in
 * common, which for an embedded one is nothing.
 */
public record Engine(
        Transactions transactions,
        Names names,
        Authorizations authorizations,
        Grants grants,
        Counts counts,
        Leases leases,
        Clock clock,
        Closing closing) {
    /** The clock that the servers on one database have in common. */
    public interface Clock {
        /** How far it is ahead of this one. */
        Duration aheadOf(InstantSource clock);
    }

    /** Stops what runs the transactions. */
    public interface Closing {
        /** Does what waits, then stops. */
        void close() throws Exception;
    }
}
