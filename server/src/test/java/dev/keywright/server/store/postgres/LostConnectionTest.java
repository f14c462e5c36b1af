package dev.keywright.server.store.postgres;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Tap;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** D9, I2: a connection that is lost costs nobody a token, whenever that happens. */
class LostConnectionTest {
    private final String database = Server.one().database();
    private final Node node = new Node(database);
    private final Store store = node.open();
    private final Endpoints endpoints = Endpoints.over(store);

    @AfterEach
    void dropDatabase() {
        store.close();
        Server.one().drop(database);
    }

    /** The server did it, and its answer never came. */
    private void loseTheAnswerTo(String statement) {
        node.tap().after(once(statement, () -> {
            throw new SQLException("made to be lost", "08006");
        }));
    }

    /** The sessions end before the server was asked. */
    private void endSessionsBefore(String statement) {
        node.tap().before(once(statement, node::endSessions));
    }

    private interface Happening {
        void happen() throws SQLException;
    }

    private static Tap.Hook once(String statement, Happening happening) {
        AtomicBoolean happened = new AtomicBoolean();
        return sql -> {
            if (sql.startsWith(statement) && happened.compareAndSet(false, true)) {
                happening.happen();
            }
        };
    }

    @Test
    void aRefreshWhoseAnswerWasLostIsKnownByItsOperation() {
        var granted = endpoints.grant(Sample.ADAS, START);
        loseTheAnswerTo("UPDATE");

        Refresh.Outcome outcome = endpoints.refresh(granted, START);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refresh.Refreshed.class,
                        refreshed -> assertThat(refreshed.repeated()).isFalse());
        assertThat(endpoints.generation(granted)).isEqualTo(2);
    }

    @Test
    void aRefreshThatNeverArrivedIsDecidedAgain() {
        var granted = endpoints.grant(Sample.ADAS, START);
        endSessionsBefore("UPDATE");

        assertThat(endpoints.honours(endpoints.refreshed(granted, START), START))
                .isTrue();

        assertThat(endpoints.generation(granted)).isEqualTo(2);
        assertThat(node.pauses()).isNotEmpty();
    }

    /** I2: decided again it would be a replay, and end what it had just made. */
    @Test
    void anExchangeWhoseCommitWasNotAnsweredIsKnownByItsOperation() {
        var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
        loseTheAnswerTo("COMMIT");

        var granted = endpoints.granted(endpoints.redeem(allowed, START));

        assertThat(endpoints.honours(granted, START)).isTrue();
    }

    @Test
    void anExchangeWhoseCommitNeverArrivedIsDecidedAgain() {
        var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
        endSessionsBefore("COMMIT");

        assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
        assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.CodeAlreadyUsed.class);
    }

    /** Nobody can tell any more, so nothing is decided: without a grace a second decision would end the authorization. */
    @Test
    void whatAnotherHasWrittenOverSinceIsUnavailableAndNotDecidedAgain() {
        var granted = endpoints.grant(Sample.ADAS, START);
        Node otherNode = new Node(database);
        try (Store other = otherNode.open()) {
            Endpoints there = new Endpoints(other, Endpoints.grace(Duration.ofHours(1)));
            node.tap().after(once("UPDATE", () -> {
                var second = there.refreshed(granted, START);
                there.refreshed(second, START);
                throw new SQLException("made to be lost", "08006");
            }));

            assertThatThrownBy(() -> endpoints.refresh(granted, START)).isInstanceOf(StoreUnavailableException.class);

            assertThat(endpoints.generation(granted)).isEqualTo(3);
        }
    }

    @Test
    void anotherWriteWhoseCommitWasNotAnsweredIsUnavailable() {
        loseTheAnswerTo("COMMIT");

        assertThatThrownBy(() -> store.workspaceChanges().rename(Sample.HOME, "New"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("not known");
        assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("New");
    }

    @Test
    void anotherWriteThatNeverArrivedIsDoneAgain() {
        endSessionsBefore("UPDATE");

        store.workspaceChanges().rename(Sample.HOME, "New");

        assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("New");
    }

    @Test
    void afterARestartOfTheServerEverythingGoesOn() {
        var granted = endpoints.grant(Sample.ADAS, START);
        store.world();

        node.endSessions();
        assertThat(store.person(Sample.ADA)).isPresent();
        node.endSessions();
        assertThat(store.world()).isEqualTo(Sample.world());
        node.endSessions();
        assertThat(endpoints.honours(granted, START)).isTrue();
        node.endSessions();
        assertThat(endpoints.answer(endpoints.refresh(granted, START))).isPresent();
        node.endSessions();
        assertThat(endpoints.grant(Sample.ADAS, START)).isNotNull();
    }

    /** E12: a primary that became a standby says so; its connections are good for nothing any more. */
    @Test
    void aServerThatTakesNoWritesAnyMoreCostsNobodyATokenAndIsLeft() {
        var granted = endpoints.grant(Sample.ADAS, START);
        // Listed at that moment: the pool may have opened the one that is to end just before.
        Set<Integer> sessions = new HashSet<>();
        node.tap().before(once("UPDATE", () -> {
            sessions.addAll(node.sessions());
            throw new SQLException("cannot execute UPDATE in a read-only transaction", "25006");
        }));

        assertThat(endpoints.refresh(granted, START)).isInstanceOf(Refresh.Refreshed.class);

        assertThat(node.pauses()).containsExactly(1);
        assertThat(sessions).isNotEmpty();
        assertThat(oneIsGoneOf(sessions)).isTrue();
    }

    /** Whether one of these sessions ends: it is closed by a thread of the pool, and takes the server a moment. */
    private boolean oneIsGoneOf(Set<Integer> sessions) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (node.sessions().containsAll(sessions)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /** E12: the next asker would wait as long, so nobody is kept waiting for a second attempt. */
    @Test
    void aServerThatSaysNothingIsGivenUpAtOnceAndTheOldTokenIsStillGood() throws Exception {
        var granted = endpoints.grant(Sample.ADAS, START);
        Address address = Server.one().address(database);
        Address impatient = new Address(address.url() + "?socketTimeout=1", address.user(), address.password());
        try (Store silenced = PostgresStore.open(impatient, new SecureRandom());
                Connection lock = address.dataSource(Isolation.STATEMENT).getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("LOCK TABLE \"authorization\"");
            Endpoints there = new Endpoints(silenced, Endpoints.grace(Duration.ofHours(1)));
            Instant asked = Instant.now();

            assertThatThrownBy(() -> there.refresh(granted, START)).isInstanceOf(StoreUnavailableException.class);

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }

        assertThat(endpoints.refresh(granted, START)).isInstanceOf(Refresh.Refreshed.class);
    }
}
