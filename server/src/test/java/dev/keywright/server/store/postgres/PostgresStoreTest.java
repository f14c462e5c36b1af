package dev.keywright.server.store.postgres;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreContract;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL holds to the contract. */
class PostgresStoreTest implements StoreContract {
    private final String database = Server.one().database();

    @AfterEach
    void dropDatabase() {
        Server.one().drop(database);
    }

    @Override
    public Store open() {
        return PostgresStore.open(Server.one().address(database), new SecureRandom());
    }
}
