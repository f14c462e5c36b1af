package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.postgres.PostgresStore;
import dev.keywright.server.store.postgres.Server;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers on one PostgreSQL database, with the same keys. */
class NodesTest {
    private static final int REQUESTS_PER_MINUTE = 20;

    private final String database = Server.one().database();

    @TempDir
    private Path folder;

    private TestServer one;
    private TestServer other;
    private List<String> codes;

    @BeforeEach
    void twoServers() {
        one = serve("world", TestWorld.file(folder).toString());
        other = serve();
        try (Store store = PostgresStore.open(Server.one().address(database), new SecureRandom())) {
            codes = Production.codes(store, TestWorld.LEDGER, 2);
        }
    }

    private TestServer serve(String... settings) {
        return TestServer.serve(TestWorld.with(settings, settings()));
    }

    private String[] settings() {
        return new String[] {
            "database",
            Server.one().url(database),
            "keys",
            folder.resolve("keys").toString(),
            "requests_per_minute",
            Integer.toString(REQUESTS_PER_MINUTE)
        };
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
        Server.one().drop(database);
    }

    @Test
    void whatOneIssuedTheOtherHonoursRefreshesAndRevokesForBoth() {
        Flow here = new Flow(one, TestWorld.LEDGER);
        Flow there = new Flow(other, TestWorld.LEDGER);
        Pair first = Pair.of(here.exchange(codes.removeFirst()));
        assertThat(there.me(first.access()).status()).isEqualTo(200);

        Pair second = there.refreshed(first);
        assertThat(here.me(second.access()).status()).isEqualTo(200);
        assertThat(here.refreshed(first)).isEqualTo(second);

        assertThat(there.revoke(second.access()).status()).isEqualTo(200);
        assertThat(here.me(second.access()).status()).isEqualTo(401);
        assertThat(here.refresh(second.refresh()).status()).isEqualTo(400);
    }

    @Test
    void aCodeIsUsedOnceOnAllOfThem() {
        String code = codes.removeFirst();
        assertThat(new Flow(one, TestWorld.LEDGER).exchange(code).status()).isEqualTo(200);

        assertThat(new Flow(other, TestWorld.LEDGER).exchange(code).status()).isEqualTo(400);
    }

    @Test
    void whatAConnectionAsksOfOneCountsOnTheOther() {
        Pair pair = Pair.of(new Flow(one, TestWorld.LEDGER).exchange(codes.removeFirst()));

        // Should the minute be over in between, the second time tells.
        assertThat(IntStream.range(0, 2).anyMatch(round -> isLimitedTogether(pair)))
                .isTrue();
    }

    private boolean isLimitedTogether(Pair pair) {
        IntStream.range(1, REQUESTS_PER_MINUTE).forEach(i -> new Flow(one, TestWorld.LEDGER).me(pair.access()));
        // Fewer than the other would let through if it counted alone.
        return IntStream.range(0, REQUESTS_PER_MINUTE / 2)
                .anyMatch(
                        i -> new Flow(other, TestWorld.LEDGER).me(pair.access()).status() == 429);
    }

    @Test
    void aWorldFillsOnlyAnEmptyDatabase() {
        String sentence = TestServer.whyItDoesNotServe(
                TestWorld.with(new String[] {"world", TestWorld.file(folder).toString()}, settings()));

        assertThat(sentence)
                .startsWith("the database postgresql://")
                .endsWith("/" + database
                        + " holds data already, and --world fills only an empty one; leave --world out, or"
                        + " name another database with --database");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithoutThePassword() {
        String sentence = TestServer.whyItDoesNotServe(
                "database", "postgresql://kw:secret@127.0.0.1:1/tokens", "keys", folder.toString());

        assertThat(sentence)
                .startsWith("the database postgresql://127.0.0.1:1/tokens cannot be opened: ")
                .doesNotContain("secret", "\n");
    }
}
