package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I6, I8: nothing is told that is not durable, neither to who changed it nor to who reads it. */
class SyncingTest {
    private final HeldDisk disk = new HeldDisk();
    private Wire wire;

    @BeforeEach
    void aWire(@TempDir Path folder) {
        wire = new Wire(folder);
    }

    @Test
    void aRefreshIsAnsweredWhenItIsDurableAndNotBefore() throws Exception {
        try (Store store = wire.open(8, file -> disk);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            disk.hold();

            Future<Refresh.Outcome> answer = threads.submit(() -> endpoints.refresh(granted, START));
            disk.awaitSync();

            assertThat(answer.isDone()).isFalse();
            disk.goOn();
            assertThat(answer.get()).isInstanceOf(Refresh.Refreshed.class);
        }
    }

    @Test
    void aReaderOfARowInMemoryWaitsUntilItIsDurable() throws Exception {
        readerWaits(8);
    }

    @Test
    void aReaderOfTheDatabaseWaitsUntilWhatItReadIsDurable() throws Exception {
        readerWaits(0);
    }

    private void readerWaits(int cacheMebibytes) throws Exception {
        try (Store store = wire.open(cacheMebibytes, file -> disk)) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);

            long generation =
                    toldOnceDurable(() -> endpoints.refresh(granted, START), () -> endpoints.generation(granted));

            assertThat(generation).isEqualTo(2);
        }
    }

    @Test
    void anExchangeIsRefusedWhenWhatItWasRefusedForIsDurableAndNotBefore() throws Exception {
        try (Store store = wire.open(8, file -> disk)) {
            Endpoints endpoints = Endpoints.over(store);
            var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);

            Redeem.Outcome outcome = toldOnceDurable(
                    () -> store.authorizations().endAll(allowed.row().bot(), EndReason.DISCONNECTED, START),
                    () -> endpoints.redeem(allowed, START));

            assertThat(outcome).isInstanceOf(Redeem.EndedBefore.class);
        }
    }

    /** Reads after the change is committed and before it is durable, and proves that the reader waits until it is. */
    private <R> R toldOnceDurable(Callable<?> change, Callable<R> read) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            disk.hold();
            var _ = threads.submit(change);
            disk.awaitSync();
            FutureTask<R> told = new FutureTask<>(read);
            try {
                Held.awaitWaiting(List.of(Thread.ofPlatform().start(told)), Syncer.class);
            } finally {
                disk.goOn();
            }
            return told.get();
        }
    }

    @Test
    void afterADiskFailedToSyncNothingOfThatIsToldAndNothingIsWrittenAnyMore() throws Exception {
        try (Store store = wire.open(8, file -> disk)) {
            Endpoints endpoints = Endpoints.over(store);
            var untouched = endpoints.grant(Sample.ADAS, START);
            var granted = endpoints.grant(new Installation(Sample.APP, Sample.HOME, Sample.BOB), START);
            assertThat(endpoints.generation(untouched)).as("in memory now").isEqualTo(1);
            disk.fail();

            List<Callable<?>> refused = List.of(
                    () -> endpoints.refresh(granted, START),
                    () -> endpoints.generation(granted),
                    () -> endpoints.refresh(untouched, START));

            for (Callable<?> one : refused) {
                assertThatThrownBy(one::call)
                        .isInstanceOf(StoreUnavailableException.class)
                        .hasMessageContaining("has to be started again");
            }
            assertThat(endpoints.generation(untouched)).isEqualTo(1);
        }
    }

    /** A disk that takes its time, or fails, when told. */
    private static final class HeldDisk implements Disk {
        private volatile CountDownLatch mayGoOn = new CountDownLatch(0);
        private volatile CountDownLatch asked = new CountDownLatch(0);
        private volatile boolean failing;

        void hold() {
            asked = new CountDownLatch(1);
            mayGoOn = new CountDownLatch(1);
        }

        void awaitSync() {
            Crowd.await(asked);
        }

        void goOn() {
            mayGoOn.countDown();
        }

        void fail() {
            failing = true;
        }

        @Override
        public void sync() throws IOException {
            asked.countDown();
            Crowd.await(mayGoOn);
            if (failing) {
                throw new IOException("made to fail");
            }
        }

        @Override
        public void close() {}
    }
}
