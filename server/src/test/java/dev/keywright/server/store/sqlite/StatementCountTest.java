package dev.keywright.server.store.sqlite;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.AuthorizationPolicy;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each operation costs in statements: the number that its speed is made of. */
class StatementCountTest {
    private static final String BEGIN = "BEGIN";
    private static final String COMMIT = "COMMIT";
    private static final int MORE_THAN_A_MEBIBYTE_HOLDS = 2000;

    private Wire wire;
    private Endpoints.Granted granted;
    private Endpoints.Allowed allowed;

    @BeforeEach
    void anAuthorizationAndAPendingOne(@TempDir Path folder) {
        wire = new Wire(folder);
        try (Store store = wire.open(8)) {
            Endpoints endpoints = Endpoints.over(store);
            granted = endpoints.grant(Sample.ADAS, START);
            allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
        }
    }

    @Test
    void aRefreshOfAHotRowIsOneUpdateAndNoRead() {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = endpoints(store);
            var hot = endpoints.refreshed(granted, START);
            wire.forget();

            var next = endpoints.refreshed(hot, START);

            assertThat(store.authorizations().find(next.id()).orElseThrow().bot())
                    .isPresent();
            assertThat(wire.verbs()).containsExactly(BEGIN, "UPDATE", COMMIT);
        }
    }

    @Test
    void aRefreshOfAColdRowIsOneReadMore() {
        try (Store store = wire.open(8)) {
            assertThat(store.connection(Sample.APP)).isPresent();
            wire.forget();

            var next = endpoints(store).refreshed(granted, START);

            // Its answer names the bot, which came with the row.
            assertThat(store.authorizations().find(next.id()).orElseThrow().bot())
                    .isPresent();
            assertThat(wire.verbs()).containsExactly(BEGIN, "SELECT", "UPDATE", COMMIT);
        }
    }

    @Test
    void aRepeatedRefreshWritesNothing() {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = endpoints(store);
            endpoints.refreshed(granted, START);
            wire.forget();

            endpoints.refreshed(granted, START);

            assertThat(wire.verbs()).containsExactly(BEGIN, COMMIT);
        }
    }

    @Test
    void aBearerCheckIsOneReadWhenTheRowIsColdAndNoneWhenItIsHot() {
        try (Store store = wire.open(8)) {
            wire.forget();
            assertThat(endpoints(store).honours(granted, START)).isTrue();
            assertThat(wire.verbs()).containsExactly("SELECT");
            wire.forget();

            assertThat(endpoints(store).honours(granted, START)).isTrue();

            assertThat(wire.verbs()).isEmpty();
        }
    }

    @Test
    void aBearerCheckOfARevokedTokenIsAtMostOneReadToo() {
        try (Store store = wire.open(8)) {
            endpoints(store).revoke(granted, START);
            wire.forget();
            assertThat(endpoints(store).honours(granted, START)).isFalse();
            assertThat(wire.verbs()).isEmpty();
        }
        try (Store store = wire.open(8)) {
            wire.forget();
            assertThat(endpoints(store).honours(granted, START)).isFalse();
            assertThat(wire.verbs()).containsExactly("SELECT");
        }
    }

    @Test
    void anExchangeIsOneReadBesideTheWriterAndOneTransaction() {
        try (Store store = wire.open(8)) {
            wire.forget();

            assertThat(endpoints(store).redeem(allowed, START)).isInstanceOf(Redeem.Redeemed.class);

            assertThat(wire.verbs()).containsExactly("SELECT", BEGIN, "UPDATE", "UPDATE", COMMIT);
        }
    }

    @Test
    void whatWasIssuedIsReadWhenItIsAskedForAndThenNoMore() {
        try (Store store = wire.open(8)) {
            Endpoints endpoints = endpoints(store);
            var issued = endpoints.granted(endpoints.redeem(allowed, START));
            wire.forget();

            assertThat(endpoints.honours(issued, START)).isTrue();
            assertThat(endpoints.honours(issued, START)).isTrue();

            assertThat(wire.verbs()).containsExactly("SELECT");
        }
    }

    /** Which rows were asked for is known to seven in eight: hence a hundred rows, and not one. */
    @Test
    void onceMemoryIsFullARowIsReadTwiceAndThenNoMore() {
        try (Store store = wire.open(1)) {
            Endpoints endpoints = endpoints(store);
            for (int i = 0; i < MORE_THAN_A_MEBIBYTE_HOLDS; i++) {
                endpoints.honours(endpoints.grant(Sample.adasIn(i), START), START);
            }
            List<Endpoints.Granted> cold = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                cold.add(endpoints.grant(Sample.adasIn(MORE_THAN_A_MEBIBYTE_HOLDS + i), START));
            }
            wire.forget();

            for (Endpoints.Granted one : cold) {
                for (int i = 0; i < 3; i++) {
                    assertThat(endpoints.honours(one, START)).isTrue();
                }
            }

            assertThat(wire.verbs()).hasSizeBetween(150, 200).containsOnly("SELECT");
        }
    }

    @Test
    void aConsentIsOneTransaction() {
        try (Store store = wire.open(8)) {
            wire.forget();

            endpoints(store).consent(Sample.ADAS, Sample.full(), START);

            assertThat(wire.verbs()).containsExactly(BEGIN, "INSERT", "INSERT", COMMIT);
        }
    }

    @Test
    void aRevocationOfAHotRowIsOneUpdate() {
        try (Store store = wire.open(8)) {
            assertThat(endpoints(store).honours(granted, START)).isTrue();
            assertThat(store.connection(Sample.APP)).isPresent();
            wire.forget();

            endpoints(store).revoke(granted, START);

            assertThat(wire.verbs()).containsExactly(BEGIN, "UPDATE", COMMIT);
        }
    }

    @Test
    void whatIsWaitingTogetherIsCommittedTogether() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch isHeld = new CountDownLatch(1);
        try (Store store = wire.open(8)) {
            Endpoints endpoints = endpoints(store);
            wire.forget();
            Thread first = Thread.ofPlatform().start(() -> Held.until(mayGoOn, isHeld, store, granted.id()));
            Crowd.await(isHeld);
            List<Thread> others = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                others.add(Thread.ofPlatform().start(() -> endpoints.consent(Sample.ADAS, Sample.sharing(), START)));
            }
            // The writer is held in the first transaction, so that the others queue up behind it.
            Held.awaitWaiting(others, Writer.class);

            mayGoOn.countDown();
            first.join();
            for (Thread other : others) {
                other.join();
            }

            assertThat(wire.verbs()).filteredOn(COMMIT::equals).hasSize(2);
            assertThat(wire.verbs()).filteredOn("INSERT"::equals).hasSize(400);
        }
    }

    private static Endpoints endpoints(Store store) {
        return new Endpoints(store, AuthorizationPolicy.DEFAULT);
    }
}
