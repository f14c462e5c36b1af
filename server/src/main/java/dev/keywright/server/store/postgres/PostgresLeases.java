package dev.keywright.server.store.postgres;

import dev.keywright.server.store.Leases;
import dev.keywright.server.store.sql.Transactions;
import java.time.Duration;
import java.util.UUID;

/** Leases in a table, by the database's clock: those of the servers may differ. */
final class PostgresLeases implements Leases {
    private static final String TAKE = """
            INSERT INTO lease AS l (work, holder, ends_at) VALUES (?, ?, now_millis() + ?)
            ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
            WHERE l.holder = excluded.holder OR l.ends_at <= now_millis()
            """.replace("now_millis()", Now.MILLIS);

    private final Transactions transactions;
    private final UUID holder;

    /** Leases of the server that calls itself so. */
    PostgresLeases(Transactions transactions, UUID holder) {
        this.transactions = transactions;
        this.holder = holder;
    }

    @Override
    public boolean take(String work, Duration length) {
        return transactions.writeEach(
                        transaction -> transaction.statements().update(TAKE, work, holder, length.toMillis()))
                == 1;
    }
}
