package dev.keywright.server.store.postgres;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Those who were in each other's way try again, and not for ever. What fails otherwise changes nothing. */
class ConflictTest {
    private final String database = Server.one().database();
    private final Node node = new Node(database);
    private final Store store = node.open();
    private final Endpoints endpoints = Endpoints.over(store);

    @AfterEach
    void dropDatabase() {
        store.close();
        Server.one().drop(database);
    }

    private void fail(String statement, String state, int times) {
        AtomicInteger left = new AtomicInteger(times);
        node.tap().before(sql -> {
            if (sql.startsWith(statement) && left.getAndDecrement() > 0) {
                throw new SQLException("made to fail", state);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void whatFailedForOthersIsDoneAfterAWait(String state) {
        var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
        fail("UPDATE", state, 3);
        assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
        fail("COMMIT", state, 2);
        store.workspaceChanges().rename(Sample.HOME, "New");

        assertThat(node.pauses()).containsExactly(1, 2, 3, 1, 2);
        assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("New");
    }

    @Test
    void whatFailsForOthersTimeAndAgainIsUnavailableAndChangesNothing() {
        var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
        fail("UPDATE", "40001", Integer.MAX_VALUE);

        assertThatThrownBy(() -> endpoints.redeem(allowed, START)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.workspaceChanges().rename(Sample.HOME, "New"))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(node.pauses())
                .hasSize(18)
                .containsAll(IntStream.range(1, 10).boxed().toList());
        node.tap().leave();
        assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
    }

    /** An exchange with every consequence there is: a template is copied, a bot installed, an authorization ended. */
    @Test
    void anExchangeThatFailsAtAnyOfItsStatementsIssuesNothingAndLeavesTheCodeGood() {
        Endpoints strict = new Endpoints(store, Endpoints.atMost(1));
        strict.grant(Sample.ADAS, START);
        var first = strict.consent(Sample.ADAS, everything(), START);
        node.tap().forget();
        strict.redeem(first, START);
        int statements = node.tap().verbs().size();
        assertThat(statements).isGreaterThan(10);
        for (int failing = 0; failing < statements; failing++) {
            var live = strict.grant(Sample.ADAS, START);
            var allowed = strict.consent(Sample.ADAS, everything(), START);
            var before = store.world();

            AtomicInteger left = new AtomicInteger(failing);
            node.tap().before(sql -> {
                if (left.getAndDecrement() == 0) {
                    throw new SQLException("made to fail");
                }
            });
            assertThatThrownBy(() -> strict.redeem(allowed, START)).isInstanceOf(StoreUnavailableException.class);
            node.tap().leave();

            assertThat(store.world()).as("after statement %s failed", failing).isEqualTo(before);
            assertThat(strict.honours(live, START)).isTrue();
            assertThat(strict.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
            assertThat(strict.honours(live, START)).isFalse();
        }
    }

    private static Consent everything() {
        return new Consent(
                Sample.full().capabilities(),
                Set.of(),
                Optional.of(Sample.TEMPLATE),
                Optional.empty(),
                Optional.empty());
    }
}
