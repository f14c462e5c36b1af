package dev.keywright.server.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.Leases;
import dev.keywright.server.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several servers on one database agree on: who does what, and what time it is. */
class LeasesTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final String database = Server.one().database();
    private final Store store = open();
    private final Store another = open();
    private final Leases one = store.leases();
    private final Leases other = another.leases();

    private Store open() {
        return PostgresStore.open(Server.one().address(database), new SecureRandom());
    }

    @AfterEach
    void dropDatabase() {
        store.close();
        another.close();
        Server.one().drop(database);
    }

    @Test
    void whoeverHasTheWorkKeepsItByAskingAndNobodyElseGetsIt() {
        assertThat(one.take("sweeping", LONG)).isTrue();
        assertThat(other.take("sweeping", LONG)).isFalse();
        assertThat(one.take("sweeping", LONG)).isTrue();
    }

    @Test
    void eachWorkHasItsOwn() {
        one.take("sweeping", LONG);

        assertThat(other.take("counting", LONG)).isTrue();
    }

    @Test
    void onceItHasEndedAnyoneCanHaveIt() {
        one.take("sweeping", Duration.ZERO);

        assertThat(other.take("sweeping", LONG)).isTrue();
        assertThat(one.take("sweeping", LONG)).isFalse();
    }

    /** ATTACKS row G11. */
    @Test
    void theClockOfTheDatabaseIsComparedWithAnyOther() {
        InstantSource behind = () -> Instant.now().minusSeconds(5);

        assertThat(store.clockAheadOf(behind)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(store.clockAheadOf(InstantSource.system()).abs()).isLessThan(Duration.ofSeconds(1));
    }
}
