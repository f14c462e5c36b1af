package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.io.TempDir;

/** SQLite holds to the contract with a cache that keeps nothing: it is not the cache that makes it right. */
class UncachedSqliteStoreTest implements StoreContract {
    @TempDir
    Path folder;

    @Override
    public Store open() {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 0, new SecureRandom());
    }
}
