package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D9: storage that fails leaves things as they were, says so, and goes on. */
class FailingStorageTest {
    private Wire wire;

    @BeforeEach
    void aWire(@TempDir Path folder) {
        wire = new Wire(folder);
    }

    /** An exchange with every consequence there is: a template is copied, a bot installed, an authorization ended. */
    @Test
    void anExchangeThatFailsAtAnyOfItsStatementsIssuesNothingAndLeavesTheCodeGood() {
        try (Store store = wire.open(8)) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, Endpoints.atMost(1));
            int statements = statementsOfAnExchange(endpoints);
            assertThat(statements).isGreaterThan(10);
            for (int failing = 0; failing < statements; failing++) {
                var live = endpoints.grant(Sample.ADAS, START);
                var allowed = endpoints.consent(Sample.ADAS, everything(), START);
                State before = State.of(store, live.id(), allowed.row().id());

                AtomicInteger left = new AtomicInteger(failing);
                wire.fail(sql -> left.getAndDecrement() == 0);
                assertThatThrownBy(() -> endpoints.redeem(allowed, START))
                        .isInstanceOf(StoreUnavailableException.class);
                wire.mend();

                assertThat(State.of(store, live.id(), allowed.row().id()))
                        .as("after statement %s failed", failing)
                        .isEqualTo(before);
                assertThat(endpoints.honours(live, START)).isTrue();
                assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);
                assertThat(endpoints.honours(live, START)).isFalse();
            }
        }
    }

    private int statementsOfAnExchange(Endpoints endpoints) {
        assertThat(endpoints.honours(endpoints.grant(Sample.ADAS, START), START))
                .isTrue();
        var allowed = endpoints.consent(Sample.ADAS, everything(), START);
        wire.forget();
        endpoints.redeem(allowed, START);
        assertThat(wire.verbs()).startsWith("SELECT", "BEGIN").endsWith("COMMIT");
        return wire.verbs().size();
    }

    private static Consent everything() {
        return new Consent(
                Sample.full().capabilities(),
                Set.of(),
                Optional.of(Sample.TEMPLATE),
                Optional.empty(),
                Optional.empty());
    }

    /** What a failure must not change, from memory and from the disk. */
    private record State(World world, Optional<Grant> live, Optional<Grant> pending) {
        static State of(Store store, AuthorizationId live, AuthorizationId pending) {
            return new State(
                    store.world(),
                    store.authorizations().find(live),
                    store.authorizations().find(pending));
        }
    }

    @Test
    void aRefreshARevocationAndADisconnectionThatFailChangeNothing() {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            Optional<Grant> before = store.authorizations().find(granted.id());
            for (String failing : List.of("BEGIN", "UPDATE", "COMMIT")) {
                wire.fail(sql -> sql.startsWith(failing));
                List<Runnable> operations = List.of(
                        () -> endpoints.refresh(granted, START),
                        () -> endpoints.revoke(granted, START),
                        () -> store.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, START));
                for (Runnable operation : operations) {
                    assertThatThrownBy(operation::run).isInstanceOf(StoreUnavailableException.class);
                    assertThat(store.authorizations().find(granted.id())).isEqualTo(before);
                }
                wire.mend();
            }
            assertThat(endpoints.honours(endpoints.refreshed(granted, START), START))
                    .isTrue();
        }
    }

    @Test
    void aReadThatFailsIsUnavailableAndTheNextSucceeds() {
        try (Store store = wire.open(0)) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            wire.fail(sql -> sql.startsWith("SELECT"));

            assertThatThrownBy(() -> store.authorizations().find(granted.id()))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThatThrownBy(store::world).isInstanceOf(StoreUnavailableException.class);

            wire.mend();
            assertThat(store.authorizations().find(granted.id())).isPresent();
            assertThat(store.world()).isEqualTo(Sample.world());
        }
    }
}
