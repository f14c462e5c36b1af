package dev.keywright.server.store.postgres;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who writes several rows waits for the first of them before he holds any: PostgreSQL takes a second to see a deadlock. */
class LockOrderTest {
    /** A second later, which the ids of rows begin with: what is made then is locked after what was made before. */
    private static final Instant LATER = START.plusSeconds(1);

    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event_type = 'Lock'";
    private static final String FREE =
            "SELECT count(*) FROM (SELECT 1 FROM \"authorization\" WHERE status <> 2 FOR UPDATE SKIP LOCKED) AS free";

    private final String database = Server.one().database();
    private final Node disconnecting = new Node(database);
    private final Node exchanging = new Node(database);

    @AfterEach
    void dropDatabase() {
        Server.one().drop(database);
    }

    @Test
    void anExchangeThatWaitsForADisconnectionHoldsNoRow() throws Exception {
        try (Store one = disconnecting.open();
                Store other = exchanging.open()) {
            Endpoints endpoints = Endpoints.over(one);
            Endpoints others = Endpoints.over(other);
            endpoints.grant(Sample.ADAS, START);
            var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(), LATER);
            CountDownLatch hasEndedTheFirst = new CountDownLatch(1);
            CountDownLatch mayGoOn = new CountDownLatch(1);
            AtomicInteger updates = new AtomicInteger();
            disconnecting.tap().before(sql -> {
                if (sql.startsWith("UPDATE") && updates.incrementAndGet() == 2) {
                    hasEndedTheFirst.countDown();
                    Crowd.await(mayGoOn);
                }
            });
            FutureTask<List<Authorization>> disconnection = new FutureTask<>(
                    () -> one.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, LATER));
            FutureTask<Redeem.Outcome> exchange = new FutureTask<>(() -> others.redeem(allowed, LATER));

            Thread.ofPlatform().start(disconnection);
            Crowd.await(hasEndedTheFirst);
            Thread.ofPlatform().start(exchange);
            try {
                while (count(WAITING) == 0) {
                    assertThat(exchange.isDone()).as("did not wait").isFalse();
                }
                assertThat(count(FREE)).as("rows that nobody holds").isOne();
            } finally {
                mayGoOn.countDown();
            }
            assertThat(disconnection.get()).hasSize(2);
            assertThat(exchange.get()).isInstanceOf(Redeem.EndedBefore.class);
        }
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = Server.one()
                        .address(database)
                        .dataSource(Isolation.STATEMENT)
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
