package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G15, I8: a server under load is backed up, lost, and restored into another folder. */
class BackupIT {
    private static final int APPS = 4;

    @TempDir
    Path temporary;

    @Test
    void whatWasAnsweredBeforeABackupHoldsAtTheServerThatIsRestored() throws Exception {
        List<Refreshing> apps =
                Seeds.plant(data(), APPS).stream().map(Refreshing::new).toList();
        List<Integer> before = new ArrayList<>();
        try (Program program = serve(data());
                App app = new App(program.url());
                ExecutorService threads = Executors.newFixedThreadPool(APPS)) {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Boolean>> working = new ArrayList<>();
            for (Refreshing one : apps) {
                working.add(threads.submit(() -> one.refreshUntil(done, app)));
            }
            for (Refreshing one : apps) {
                before.add(one.awaitMore());
            }
            assertDone(run("backup", data()), "Wrote " + file());
            for (Refreshing one : apps) {
                one.awaitMore();
            }
            done.set(true);
            for (Future<Boolean> one : working) {
                assertThat(one.get()).isTrue();
            }
            program.kill();
        }

        Path another = temporary.resolve("another");
        assertDone(run("restore", another), "Restored " + file() + " into " + another + ". Key 1 ");

        try (Program program = serve(another);
                App app = new App(program.url())) {
            for (int i = 0; i < APPS; i++) {
                apps.get(i).prove(app, before.get(i));
            }
            assertThat(program.terminate()).isZero();
        }
    }

    private static void assertDone(Program.Ended ended, String said) {
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith(said);
        assertThat(ended.status()).isZero();
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private Path file() {
        return temporary.resolve("backup.db");
    }

    private String keys() {
        return temporary.resolve("keys").toString();
    }

    private Program serve(Path data) throws IOException, InterruptedException {
        return Program.start("serve", "--port", "0", "--data", data.toString(), "--keys", keys());
    }

    private Program.Ended run(String command, Path data) throws IOException, InterruptedException {
        return Program.run(command, file().toString(), "--data", data.toString(), "--keys", keys());
    }

    /** An app that refreshes without end, and keeps all that it was given: the pair of generation n is the nth. */
    private static final class Refreshing {
        private final String code;
        private final List<App.Pair> pairs = Collections.synchronizedList(new ArrayList<>());

        Refreshing(String code) {
            this.code = code;
        }

        boolean refreshUntil(AtomicBoolean done, App app) throws IOException, InterruptedException {
            pairs.add(app.exchange(code).pair());
            while (!done.get()) {
                pairs.add(app.refresh(pairs.getLast().refresh()).pair());
            }
            return true;
        }

        /** Waits until it has a few more; gives how many it has then. */
        int awaitMore() {
            int enough = pairs.size() + 5;
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (pairs.size() < enough) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            return pairs.size();
        }

        /** The generation of the backup is none that came before it; what came after is refused, and made again differently. */
        void prove(App app, int before) throws IOException, InterruptedException {
            List<App.Pair> honoured = new ArrayList<>();
            for (App.Pair pair : pairs.subList(before - 1, pairs.size())) {
                if (app.me(pair.access()).status() == 200) {
                    honoured.add(pair);
                }
            }
            assertThat(honoured).hasSizeBetween(1, 2);
            App.Pair last = honoured.getLast();
            assertThat(last).isNotEqualTo(pairs.getLast());

            assertThat(app.refresh(pairs.getLast().refresh()).status()).isEqualTo(400);
            App.Pair again = app.refresh(last.refresh()).pair();

            assertThat(again.generation()).isEqualTo(last.generation() + 1);
            assertThat(pairs).doesNotContain(again);
            assertThat(app.me(again.access()).status()).isEqualTo(200);
        }
    }
}
