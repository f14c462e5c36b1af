package dev.keywright.server.store.postgres;

import dev.keywright.server.store.sql.Engine;
import dev.keywright.server.store.sql.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The database's clock. */
record Now(Transactions transactions) implements Engine.Clock {
    /** What time it is, in SQL, in milliseconds. */
    static final String MILLIS = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    private static final String READ = "SELECT " + MILLIS;

    @Override
    public Duration aheadOf(InstantSource clock) {
        return transactions.read(statements -> {
            Instant asked = clock.instant();
            Instant answered;
            Instant there;
            try (ResultSet row = statements.of(READ).executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the database does not say what time it is");
                }
                answered = clock.instant();
                there = Instant.ofEpochMilli(row.getLong(1));
            }
            // It was read somewhere in between.
            Instant here = asked.plus(Duration.between(asked, answered).dividedBy(2));
            return Duration.between(here, there);
        });
    }
}
