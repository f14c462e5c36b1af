package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

/** SQLite with its cache holds to the contract. */
class SqliteStoreTest implements StoreContract {
    @TempDir
    Path folder;

    @Override
    public Store open() {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 8, new SecureRandom());
    }
}
