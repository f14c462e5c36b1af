package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Tap;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who read share a transaction, and no fate. */
class ReadersTest {
    private final Tap tap = new Tap();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private Readers readers;

    @BeforeEach
    void oneReader(@TempDir Path folder) throws SQLException {
        SqliteConnection connection = SqliteConnection.over(tap.on(new Database(folder, Durability.NOT_SYNCED).open()));
        readers = new Readers(List.of(connection), new RowCache(1), new Syncer(new NoDisk()));
    }

    @AfterEach
    void close() throws SQLException {
        readers.close();
    }

    @Test
    void aShortReadAloneIsOneStatement() {
        tap.forget();

        assertThat(one()).isEqualTo(1);

        assertThat(tap.verbs()).containsExactly("SELECT");
    }

    @Test
    void shortReadsThatWaitAreOneTransaction() throws Exception {
        holdTheReader();
        List<FutureTask<Integer>> waiting = List.of(start(this::one), start(this::one), start(this::one));

        mayGoOn.countDown();

        for (FutureTask<Integer> one : waiting) {
            assertThat(one.get()).isEqualTo(1);
        }
        assertThat(tap.verbs()).containsExactly("COMMIT", "BEGIN", "SELECT", "SELECT", "SELECT", "COMMIT");
    }

    @Test
    void oneThatFailsDoesNotFailTheOthers() throws Exception {
        holdTheReader();
        FutureTask<Integer> before = start(this::one);
        FutureTask<Integer> failing = start(() -> readers.read(statements -> {
            throw new SQLException("made to fail");
        }));
        FutureTask<Integer> after = start(this::one);

        mayGoOn.countDown();

        assertThat(before.get()).isEqualTo(1);
        assertThatThrownBy(failing::get)
                .cause()
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("the read failed: made to fail");
        assertThat(after.get()).isEqualTo(1);
        assertThat(one()).isEqualTo(1);
    }

    private int one() {
        return readers.read(statements -> {
            try (var row = statements.of("SELECT 1").executeQuery()) {
                return row.getInt(1);
            }
        });
    }

    private void holdTheReader() {
        CountDownLatch isHeld = new CountDownLatch(1);
        var _ = start(() -> readers.readAll(statements -> {
            isHeld.countDown();
            Crowd.await(mayGoOn);
            return 0;
        }));
        Crowd.await(isHeld);
        tap.forget();
    }

    private FutureTask<Integer> start(Callable<Integer> read) {
        FutureTask<Integer> task = new FutureTask<>(read);
        Held.awaitWaiting(List.of(Thread.ofPlatform().start(task)), Readers.class);
        return task;
    }
}
