package dev.keywright.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G8, I8: what was answered survives a SIGKILL at any moment. */
class CrashIT {
    private static final int ROUNDS = Boolean.getBoolean("keywright.long") ? 100 : 5;
    private static final int THREADS = 6;
    private static final int CODES_PER_THREAD = 40;
    private static final int LONGEST_LOAD_MILLIS = 2500;

    @TempDir
    Path temporary;

    @Test
    void whatWasAnsweredSurvivesAKillAtAnyMoment() throws Exception {
        long seed = Long.getLong("keywright.seed", System.nanoTime());
        System.out.println("CrashIT: seed " + seed + " (repeat with -Dkeywright.seed)");
        Random random = new Random(seed);
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            answered += round(random);
        }
        System.out.println("CrashIT: " + ROUNDS + " rounds, " + answered + " answers before the kills");
        // Else the rounds would have proved nothing.
        assertThat(answered).isGreaterThan(ROUNDS * THREADS);
    }

    private int round(Random random) throws Exception {
        List<Customer> customers = new ArrayList<>();
        List<String> codes = Seeds.plant(data(), THREADS * CODES_PER_THREAD);
        for (int i = 0; i < THREADS; i++) {
            customers.add(
                    new Customer(codes.subList(i * CODES_PER_THREAD, (i + 1) * CODES_PER_THREAD), random.nextLong()));
        }
        int answered = 0;
        try (Program program = serve();
                App app = new App(program.url());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Integer>> working = new ArrayList<>();
            for (Customer customer : customers) {
                working.add(threads.submit(() -> customer.workUntilTheServerIsGone(app)));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LOAD_MILLIS));
            program.kill();
            for (Future<Integer> one : working) {
                answered += one.get();
            }
        }
        try (Program program = serve();
                App app = new App(program.url());
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> proving = new ArrayList<>();
            for (Customer customer : customers) {
                proving.add(threads.submit(() -> customer.prove(app)));
            }
            for (Future<Boolean> one : proving) {
                assertThat(one.get()).isTrue();
            }
            assertThat(program.terminate()).isZero();
        }
        assertSound();
        return answered;
    }

    private Path data() {
        return temporary.resolve("data");
    }

    private Program serve() throws IOException, InterruptedException {
        return Program.start(
                "serve",
                "--port",
                "0",
                "--data",
                data().toString(),
                "--keys",
                temporary.resolve("keys").toString(),
                "--authorizations-per-bot",
                "none");
    }

    /** One thread's share of the load: it works on chains of its own, in an order that chance gives. */
    private static final class Customer {
        private final List<Chain> chains;
        private final Random random;

        Customer(List<String> codes, long seed) {
            this.chains = codes.stream().map(Chain::new).toList();
            this.random = new Random(seed);
        }

        int workUntilTheServerIsGone(App app) throws InterruptedException {
            int answered = 0;
            int unused = 0;
            try {
                while (true) {
                    List<Chain> live = chains.stream().filter(Chain::live).toList();
                    if (unused < chains.size() && (live.isEmpty() || random.nextInt(10) == 0)) {
                        chains.get(unused++).exchange(app);
                    } else if (!live.isEmpty()) {
                        work(live.get(random.nextInt(live.size())), app);
                    } else {
                        return answered;
                    }
                    answered++;
                }
            } catch (IOException e) {
                return answered;
            }
        }

        private void work(Chain chain, App app) throws IOException, InterruptedException {
            switch (random.nextInt(40)) {
                case 0, 1 -> chain.revoke(app);
                case 2 -> chain.exchangeAgain(app);
                default -> chain.refresh(app);
            }
        }

        boolean prove(App app) throws IOException, InterruptedException {
            for (Chain chain : chains) {
                chain.prove(app);
            }
            return true;
        }
    }

    /** The database is whole, and nothing in it lost what belongs to it. */
    private void assertSound() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("keywright.db"))) {
            assertThat(answer(database, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(answer(database, """
                    SELECT count(*) FROM authorization WHERE status = 0
                      AND id NOT IN (SELECT authorization_id FROM code)
                    """)).as("pending without a code").isEqualTo("0");
            assertThat(answer(database, """
                    SELECT count(*) FROM code WHERE authorization_id NOT IN (SELECT id FROM authorization)
                    """)).as("codes of nothing").isEqualTo("0");
            assertThat(answer(database, """
                    SELECT count(*) FROM authorization WHERE status = 1 AND (bot_capabilities IS NULL OR bot_pages IS NULL)
                    """))
                    .as("live without what its bot may do")
                    .isEqualTo("0");
        }
    }

    private static String answer(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getString(1);
        }
    }
}
