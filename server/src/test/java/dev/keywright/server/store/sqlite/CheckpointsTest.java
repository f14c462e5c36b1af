package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Tap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log is copied into the database beside who writes, and begins anew. */
class CheckpointsTest {
    private static final String COPYING = "PRAGMA wal_checkpoint(PASSIVE)";

    /** A commit is a page at least. */
    private static final long MANY = Checkpoints.MANY * 4096L;

    @TempDir
    Path folder;

    private Wire wire;
    private Store store;
    private Endpoints endpoints;
    private Endpoints.Granted granted;

    @BeforeEach
    void aStore() {
        wire = new Wire(folder);
        store = wire.open(1);
        endpoints = Endpoints.over(store);
        granted = endpoints.grant(Sample.ADAS, START);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theLogDoesNotGrowHoweverMuchIsWritten() throws Exception {
        write(3 * Checkpoints.MANY);

        assertThat(logSize()).isLessThan(2 * MANY);
        assertThat(endpoints.generation(granted)).isEqualTo(1 + 3 * Checkpoints.MANY);
    }

    @Test
    void whoWritesDoesNotWaitForWhatIsCopied() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        wire.fail(sql -> {
            if (sql.equals(COPYING)) {
                Crowd.await(mayGoOn);
            }
            return false;
        });

        write(2 * Checkpoints.MANY);
        long grown = logSize();
        mayGoOn.countDown();
        write(2 * Checkpoints.MANY);

        assertThat(grown).isGreaterThan(2 * MANY);
        assertThat(logSize()).isLessThan(grown + MANY);
    }

    @Test
    void whatCannotBeCopiedIsCopiedLater() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        wire.fail(sql -> sql.equals(COPYING) && tries.incrementAndGet() < 10);

        write(3 * Checkpoints.MANY);

        assertThat(tries).hasValueGreaterThan(10);
        assertThat(logSize()).isLessThan(2 * MANY);
        assertThat(endpoints.generation(granted)).isEqualTo(1 + 3 * Checkpoints.MANY);
    }

    @Test
    void whatIsCopiedBesideWhoWritesIsSyncedThereToo() throws Exception {
        Set<String> syncing = ConcurrentHashMap.newKeySet();
        CountDownLatch synced = new CountDownLatch(1);
        overTables(() -> {
            syncing.add(Thread.currentThread().getName());
            synced.countDown();
        });

        write(2 * Checkpoints.MANY);

        Crowd.await(synced);
        assertThat(syncing).containsExactly("sqlite-checkpoint");
    }

    @Test
    void afterWhatWasCopiedCouldNotBeSyncedNothingIsWrittenAnyMore() throws Exception {
        overTables(() -> {
            throw new IOException("made to fail");
        });

        assertThatThrownBy(() -> write(3 * Checkpoints.MANY))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("has to be started again");
    }

    @Test
    void afterTheDiskFailedNothingIsCopiedAnyMore() throws Exception {
        write(Checkpoints.MANY);
        Tap tap = new Tap();
        try (Syncer syncer = new Syncer(new NoDisk());
                Connection connection = tap.on(new Database(folder, Durability.NOT_SYNCED).open())) {
            SqliteConnection writer = SqliteConnection.over(connection);
            Checkpoints checkpoints = new Checkpoints(() -> connection, new NoDisk(), syncer);
            syncer.fail(new IOException("made to fail"));
            tap.forget();

            checkpoints.afterCommit(writer, Checkpoints.MANY);

            assertThat(tap.verbs()).isEmpty();
        }
    }

    @Test
    void whatIsClosedCanBeClosedAgain() {
        store.close();

        assertThatCode(store::close).doesNotThrowAnyException();
    }

    /** What the test does instead of syncing. */
    private interface Sync {
        void run() throws IOException;
    }

    private void overTables(Sync sync) {
        store.close();
        Path tables = new Database(folder, Durability.NOT_SYNCED).file();
        store = wire.open(1, file -> file.equals(tables) ? new Tables(sync) : new NoDisk());
        endpoints = Endpoints.over(store);
    }

    private record Tables(Sync action) implements Disk {
        @Override
        public void sync() throws IOException {
            action.run();
        }

        @Override
        public void close() {}
    }

    private void write(int refreshes) {
        for (int i = 0; i < refreshes; i++) {
            granted = endpoints.refreshed(granted, START);
        }
    }

    private long logSize() throws IOException {
        return Files.size(new Database(folder, Durability.NOT_SYNCED).logFile());
    }
}
