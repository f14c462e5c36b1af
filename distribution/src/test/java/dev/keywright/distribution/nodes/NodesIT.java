package dev.keywright.distribution.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.distribution.Seeds;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.Store;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * G8, G14, E12; I1, I2, I3, I6, I8: three nodes on a primary and its synchronous standby lose nothing that was answered,
 * whichever of them dies and whatever becomes of the connections between them.
 */
class NodesIT {
    private static final int ROUNDS = Boolean.getBoolean("keywright.long") ? 30 : 3;
    private static final int MILLIS = 8000;
    private static final int CUSTOMERS = 6;
    private static final int PEOPLE_PER_CUSTOMER = 4;
    private static final int CODES_PER_PERSON = 5;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** No more than this, though connections of a node are only given up after a while. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Databases.Prepared prepared;

    @TempDir
    Path temporary;

    @BeforeAll
    static void prepareDatabase() throws Exception {
        prepared = Databases.prepare(folder.resolve("data"), CUSTOMERS * PEOPLE_PER_CUSTOMER);
    }

    static LongStream seeds() {
        return Optional.ofNullable(Long.getLong("keywright.seed"))
                .map(seed -> LongStream.of(seed))
                .orElseGet(() -> new Random().longs(ROUNDS));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasAnsweredHoldsOnEveryNodeWhateverDies(long seed) throws Exception {
        String again = "seed " + seed + ", to be had again with: mvn verify -pl distribution -am -Dit.test=NodesIT"
                + " -Dtest=InvariantsTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dfailsafe.failIfNoSpecifiedTests=false -Dkeywright.seed=" + seed;
        try {
            round(seed);
        } catch (AssertionError | Exception e) {
            throw new AssertionError(again, e);
        }
    }

    private void round(long seed) throws Exception {
        Random random = new Random(seed);
        History history = new History();
        try (Site site = new Site(prepared, temporary, folder.resolve("keys"));
                HttpClient browser = HttpClient.newHttpClient()) {
            List<Customer> customers = customers(site, browser, history, random);
            work(customers, history, site, Fault.schedule(random, site.nodes().size(), MILLIS));
            Exercise exercise = Exercise.of(history.calls(), site);
            System.out.println("NodesIT: seed " + seed + ", " + exercise);
            // Else the round would have proved nothing.
            assertThat(exercise).matches(Exercise::suffices, "has done enough");
            assertThat(exercise.longestWait()).isLessThan(LONGEST_WAIT);

            atOnce(customers.stream()
                    .map(customer -> (Callable<Boolean>) customer::prove)
                    .toList());
            assertThat(new Invariants(GRACE).violations(history.calls())).isEmpty();
            assertSound(site.databases());
        }
    }

    private static List<Customer> customers(Site site, HttpClient browser, History history, Random random) {
        List<Customer> customers = new ArrayList<>();
        try (Store store = site.databases().open()) {
            List<Installation> installations = Seeds.installations(store);
            int number = 0;
            for (int i = 0; i < CUSTOMERS; i++) {
                List<Grant> grants = new ArrayList<>();
                for (int j = 0; j < PEOPLE_PER_CUSTOMER; j++) {
                    Installation installation = installations.get(i * PEOPLE_PER_CUSTOMER + j);
                    Person person = Person.signedIn(browser, store, installation);
                    for (String code : Seeds.plant(store, installation, CODES_PER_PERSON)) {
                        grants.add(new Grant(number++, code, person));
                    }
                }
                customers.add(new Customer(grants, site.nodes(), history, random.nextLong()));
            }
        }
        return customers;
    }

    /** Until all that was to happen has happened, and on a slow machine for as long as it takes to have done enough. */
    private static void work(List<Customer> customers, History history, Site site, List<Fault.Planned> schedule)
            throws Exception {
        AtomicBoolean suffering = new AtomicBoolean(true);
        long end = System.nanoTime() + LONGEST_WORK.toNanos();
        BooleanSupplier wanted = () -> suffering.get()
                || (System.nanoTime() < end
                        && !Exercise.of(history.calls(), site).suffices());
        List<Callable<Boolean>> all = new ArrayList<>();
        customers.forEach(customer -> all.add(() -> customer.work(wanted)));
        all.add(() -> {
            try {
                site.suffer(schedule);
                return true;
            } finally {
                suffering.set(false);
            }
        });
        atOnce(all);
    }

    private static void atOnce(List<Callable<Boolean>> all) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    /** Nothing in the database lost what belongs to it. */
    private static void assertSound(Databases databases) throws Exception {
        assertThat(databases.answer("""
                SELECT count(*) FROM "authorization" WHERE status = 0
                  AND id NOT IN (SELECT authorization_id FROM code)
                """)).as("pending without a code").isEqualTo("0");
        assertThat(databases.answer("""
                SELECT count(*) FROM code WHERE authorization_id NOT IN (SELECT id FROM "authorization")
                """)).as("codes of nothing").isEqualTo("0");
        assertThat(databases.answer("""
                SELECT count(*) FROM "authorization" WHERE status = 1 AND (bot_capabilities IS NULL OR bot_pages IS NULL)
                """)).as("live without what its bot may do").isEqualTo("0");
    }
}
