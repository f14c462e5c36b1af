package dev.keywright.server.store.postgres;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreContract;
import java.security.SecureRandom;

/** PostgreSQL holds to the contract. */
class PostgresStoreTest implements StoreContract {
    private final Address schema = Server.one().schema();

    @Override
    public Store open() {
        return PostgresStore.open(schema, new SecureRandom());
    }
}
