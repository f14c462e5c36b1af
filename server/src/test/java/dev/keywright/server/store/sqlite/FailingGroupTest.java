package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Decisions;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D9: many operations share a commit, and no fate. */
class FailingGroupTest {
    private Wire wire;

    @BeforeEach
    void aWire(@TempDir Path folder) {
        wire = new Wire(folder);
    }

    @Test
    void oneThatFailsDoesNotFailTheOthersOfItsGroup() throws Exception {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            List<Endpoints.Granted> granted = grants(store, endpoints);
            wire.fail(sql -> sql.startsWith("UPDATE") && sql.contains("end_reason"));
            List<Callable<Refresh.Outcome>> tasks = new ArrayList<>();
            for (var one : granted) {
                tasks.add(() -> endpoints.refresh(one, START));
            }
            tasks.set(3, () -> {
                endpoints.revoke(granted.get(3), START);
                throw new AssertionError("revoked");
            });
            tasks.set(6, () -> {
                store.authorizations().apply(granted.get(6).id(), Decisions.of(row -> {
                    throw new IllegalStateException("a defect");
                }));
                throw new AssertionError("decided");
            });

            List<Future<Refresh.Outcome>> answers = inOneGroup(store, granted.getFirst(), tasks);

            for (int i = 0; i < answers.size(); i++) {
                if (i == 3) {
                    assertThat(answers.get(i).exceptionNow()).isInstanceOf(StoreUnavailableException.class);
                } else if (i == 6) {
                    assertThat(answers.get(i).exceptionNow()).hasRootCauseMessage("a defect");
                } else {
                    assertThat(endpoints.answer(answers.get(i).get())).isPresent();
                }
                assertThat(endpoints.generation(granted.get(i))).isEqualTo(i == 3 || i == 6 ? 1 : 2);
            }
        }
    }

    @Test
    void aCommitThatFailsOnceIsTriedAgainAndDoesEverythingOnce() throws Exception {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            List<Endpoints.Granted> granted = grants(store, endpoints);
            AtomicInteger commits = new AtomicInteger();
            // The first is that of the one that holds the group up.
            wire.fail(sql -> sql.equals("COMMIT") && commits.incrementAndGet() == 2);
            List<Callable<Refresh.Outcome>> tasks = new ArrayList<>();
            for (var one : granted) {
                tasks.add(() -> endpoints.refresh(one, START));
            }

            List<Future<Refresh.Outcome>> answers = inOneGroup(store, granted.getFirst(), tasks);

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get())
                        .isInstanceOfSatisfying(
                                Refresh.Refreshed.class,
                                refreshed -> assertThat(refreshed.repeated()).isFalse());
                assertThat(endpoints.generation(granted.get(i))).isEqualTo(2);
            }
            assertThat(commits).hasValue(2 + granted.size());
        }
    }

    /**
     * A full disk makes SQLite end the transaction by itself. What comes after must be whole transactions again: here an
     * exchange that fails between two of its statements leaves nothing of itself behind.
     */
    @Test
    void afterAFullDiskTransactionsAreWholeAgain() throws Exception {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
            limitPages(1);
            assertThatThrownBy(() -> endpoints.consent(Sample.ADAS, large(), START))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("full");
            limitPages(1_000_000);

            wire.fail(sql -> sql.startsWith("UPDATE \"authorization\" SET bot_capabilities"));
            assertThatThrownBy(() -> endpoints.redeem(allowed, START)).isInstanceOf(StoreUnavailableException.class);
            wire.mend();

            assertThat(store.authorizations()
                            .find(allowed.row().id())
                            .orElseThrow()
                            .authorization())
                    .isEqualTo(allowed.row());
            assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
            assertThat(endpoints.consent(Sample.ADAS, large(), START)).isNotNull();
        }
    }

    private void limitPages(int pages) throws SQLException {
        try (Statement statement = wire.writing().createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private static Consent large() {
        Set<PageId> pages = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            pages.add(new PageId(new UUID(1, i)));
        }
        return new Consent(Capabilities.all(), pages, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<Endpoints.Granted> grants(Store store, Endpoints endpoints) {
        // In memory from here on: reading it would be a transaction among those that are made to fail.
        assertThat(store.connection(Sample.APP)).isPresent();
        List<Endpoints.Granted> granted = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            granted.add(endpoints.grant(Sample.ADAS, START));
            assertThat(endpoints.honours(granted.getLast(), START)).isTrue();
        }
        return granted;
    }

    /** Runs the tasks on threads of their own while the writer is held, so that it takes them up together. */
    private static <R> List<Future<R>> inOneGroup(Store store, Endpoints.Granted any, List<Callable<R>> tasks)
            throws InterruptedException {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch isHeld = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(task -> {
            Thread thread = Thread.ofPlatform().unstarted(task);
            threads.add(thread);
            return thread;
        })) {
            var _ = executor.submit(() -> Held.until(mayGoOn, isHeld, store, any.id()));
            Crowd.await(isHeld);
            List<Future<R>> running = new ArrayList<>();
            for (Callable<R> task : tasks) {
                running.add(executor.submit(task));
            }
            try {
                Held.awaitWaiting(threads, Writer.class);
            } finally {
                mayGoOn.countDown();
            }
            return running;
        }
    }
}
