package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a folder that a server writes to, and what it costs that server. */
class BackupTest {
    private static final int APPS = 4;
    private static final int BACKUPS = 5;

    /** What the log is checkpointed at. */
    private static final long USUAL_LOG = 4096 * 4096L;

    @TempDir
    Path temporary;

    private Path data;
    private Store store;
    private Endpoints endpoints;

    @BeforeEach
    void aStoreThatIsOpen() {
        data = temporary.resolve("data");
        store = open(data);
        endpoints = Endpoints.over(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Store open(Path folder) {
        return SqliteStore.open(folder, Durability.NOT_SYNCED, 1, new Random(0));
    }

    /** I8: what was answered before a backup began is in it, and what comes after goes on meanwhile. */
    @Test
    void itHoldsAllThatWasAnsweredBeforeItBegan() throws Exception {
        Map<AuthorizationId, Long> answered = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> working = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(APPS)) {
            for (int app = 0; app < APPS; app++) {
                Endpoints.Granted granted = endpoints.grant(Sample.ADAS, Endpoints.START);
                answered.put(granted.id(), 1L);
                working.add(threads.submit(() -> refreshUntil(done, granted, answered)));
            }
            try {
                for (int i = 0; i < BACKUPS; i++) {
                    awaitProgress(answered);
                    Map<AuthorizationId, Long> before = Map.copyOf(answered);
                    Path folder = Files.createDirectory(temporary.resolve("copy" + i));

                    Backup.write(data, folder.resolve("keywright.db"));

                    assertHolds(folder, before);
                }
            } finally {
                done.set(true);
            }
            for (Future<Integer> one : working) {
                assertThat(one.get()).isGreaterThan(BACKUPS);
            }
        }
    }

    private int refreshUntil(AtomicBoolean done, Endpoints.Granted granted, Map<AuthorizationId, Long> answered) {
        int refreshes = 0;
        Endpoints.Granted current = granted;
        while (!done.get()) {
            current = endpoints.refreshed(current, Endpoints.START);
            answered.merge(current.id(), 1L, Long::sum);
            refreshes++;
        }
        return refreshes;
    }

    private static void awaitProgress(Map<AuthorizationId, Long> answered) {
        long before = sum(answered);
        while (sum(answered) < before + 100) {
            Thread.onSpinWait();
        }
    }

    private static long sum(Map<AuthorizationId, Long> answered) {
        return answered.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void assertHolds(Path folder, Map<AuthorizationId, Long> answered) {
        try (Store copy = open(folder)) {
            answered.forEach((id, generation) -> {
                var row = copy.authorizations().find(id).orElseThrow().authorization();
                assertThat(row.state())
                        .isInstanceOfSatisfying(
                                Active.class,
                                active -> assertThat(active.generation()).isGreaterThanOrEqualTo(generation));
            });
        }
    }

    @Test
    void itNeitherWaitsForWhoWritesNorKeepsOthersFromWriting() throws Exception {
        Path file = temporary.resolve("backup.db");
        try (Connection connection = new Database(data, Durability.NOT_SYNCED).open();
                Statement writer = connection.createStatement()) {
            writer.execute("BEGIN IMMEDIATE");

            Backup.write(data, file);

            writer.execute("ROLLBACK");
        }
        assertThat(file).isRegularFile();
    }

    /**
     * Whoever reads for long, as a backup of a large database does, makes the log grow by what is written meanwhile; once it
     * is done, the log begins anew.
     */
    @Test
    void theLogGrowsWhileOneReadsAndBeginsAnewAfterwards() throws Exception {
        Database database = new Database(data, Durability.NOT_SYNCED);
        Endpoints.Granted granted = endpoints.grant(Sample.ADAS, Endpoints.START);
        try (Connection connection = database.open();
                Statement reader = connection.createStatement()) {
            reader.execute("BEGIN");
            reader.executeQuery("SELECT count(*) FROM authorization").close();
            while (logSize(database) < 2 * USUAL_LOG) {
                granted = endpoints.refreshed(granted, Endpoints.START);
            }
        }
        long grown = logSize(database);
        for (int i = 0; i < 1000; i++) {
            granted = endpoints.refreshed(granted, Endpoints.START);
        }

        // A commit is a page at least.
        assertThat(logSize(database)).isLessThan(grown + 1000 * 4096L / 10);
    }

    private static long logSize(Database database) throws IOException {
        return Files.size(database.logFile());
    }
}
