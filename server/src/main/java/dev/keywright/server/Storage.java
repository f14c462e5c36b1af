package dev.keywright.server;

import dev.keywright.server.settings.DatabaseUrl;
import dev.keywright.server.settings.Settings;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.Address;
import dev.keywright.server.store.postgres.PostgresStore;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * The store of one server, and what sentences call it.
 *
 * @param place where it is: "the data folder x"
 * @param another how to take another: "name another folder with --data"
 * @param afterwards what is left to do once the store is closed
 */
record Storage(Store store, String place, String another, Runnable afterwards) implements AutoCloseable {
    /** Opens what the settings name. */
    static Storage open(Settings settings, RandomGenerator random) throws IOException {
        if (settings.database().isPresent()) {
            DatabaseUrl url = settings.database().get();
            Address address = new Address("jdbc:postgresql://" + url.place(), url.user(), url.password());
            return new Storage(
                    PostgresStore.open(address, random),
                    "the database " + address,
                    "name another database with --database",
                    () -> {});
        }
        DataFolder folder = settings.dataFolder().isPresent()
                ? new DataFolder(settings.dataFolder().get(), false)
                : DataFolder.ofThisProcess();
        Store store = SqliteStore.open(
                folder.path(),
                folder.temporary() ? Durability.NOT_SYNCED : Durability.SYNCED,
                settings.cacheMebibytes(),
                random);
        return new Storage(store, "the data folder " + folder.path(), "name another folder with --data", folder::close);
    }

    /** Closes the store, and deletes what was not to stay. */
    @Override
    public void close() {
        store.close();
        afterwards.run();
    }
}
