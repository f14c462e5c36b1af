package dev.keywright.server.store.postgres;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.Crowd;
import dev.keywright.server.store.Endpoints;
import dev.keywright.server.store.Sample;
import dev.keywright.server.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation costs in statements: each is a way to the database and back. */
class StatementCountTest {
    private final String database = Server.one().database();
    private final Node node = new Node(database);
    private final Store store = node.open();
    private final Endpoints endpoints = Endpoints.over(store);
    private Endpoints.Granted granted;
    private Endpoints.Allowed allowed;

    @BeforeEach
    void anAuthorizationAndAPendingOne() {
        granted = endpoints.grant(Sample.ADAS, START);
        allowed = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
        // Names are in memory, as they are once a server has seen its first request.
        assertThat(store.connection(Sample.APP)).isPresent();
        node.tap().forget();
    }

    @AfterEach
    void dropDatabase() {
        store.close();
        Server.one().drop(database);
    }

    @Test
    void aRefreshIsOneReadAndOneWriteThatIsItsOwnTransaction() {
        endpoints.refreshed(granted, START);

        assertThat(node.tap().verbs()).containsExactly("SELECT", "UPDATE");
    }

    /** The names are in memory, and the group's read said that they still hold. */
    @Test
    void whatTheAnswerToARefreshSaysTakesNoReadMore() {
        assertThat(store.sight(granted.id()).named()).isPresent();
        node.tap().forget();

        assertThat(endpoints.namedRefresh(granted, START).named().get()).isPresent();

        assertThat(node.tap().verbs()).containsExactly("SELECT", "UPDATE");
    }

    @Test
    void aRepeatedRefreshWritesNothing() {
        endpoints.refreshed(granted, START);
        node.tap().forget();

        endpoints.refreshed(granted, START);

        assertThat(node.tap().verbs()).containsExactly("SELECT");
    }

    @Test
    void aBearerCheckIsOneRead() {
        endpoints.honours(granted, START);

        assertThat(node.tap().verbs()).containsExactly("SELECT");
    }

    @Test
    void aRevocationIsOneReadAndOneWrite() {
        endpoints.revoke(granted, START);

        assertThat(node.tap().verbs()).containsExactly("SELECT", "UPDATE");
    }

    @Test
    void anExchangeIsOneTransaction() {
        endpoints.granted(endpoints.redeem(allowed, START));

        assertThat(node.tap().verbs()).containsExactly("SELECT", "SELECT", "UPDATE", "UPDATE", "COMMIT");
    }

    @Test
    void aConsentIsOneTransaction() {
        endpoints.consent(Sample.ADAS, Sample.full(), START);

        assertThat(node.tap().verbs()).containsExactly("INSERT", "INSERT", "COMMIT");
    }

    /** Whether what is in memory still holds is one small read, which all who ask at that moment share. */
    @Test
    void aNameThatIsInMemoryIsOneReadOfTheRevision() {
        store.connection(Sample.APP);
        node.tap().forget();

        assertThat(store.connection(Sample.APP)).isPresent();
        assertThat(node.tap().verbs()).containsExactly("SELECT");
        store.workspaceChanges().rename(Sample.HOME, "New");
        node.tap().forget();

        assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("New");
        assertThat(node.tap().verbs()).containsExactly("SELECT", "SELECT", "SELECT", "COMMIT");
    }

    @Test
    void whatIsWaitingTogetherIsReadAndWrittenTogether() throws Exception {
        List<Endpoints.Allowed> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(endpoints.consent(Sample.adasIn(i), Sample.sharing(), START));
        }
        CountDownLatch isHeld = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        node.tap().forget();
        node.tap().before(sql -> {
            if (isHeld.getCount() > 0) {
                isHeld.countDown();
                Crowd.await(mayGoOn);
            }
        });
        Thread first = Thread.ofPlatform().start(() -> endpoints.redeem(allowed, START));
        Crowd.await(isHeld);
        List<Thread> others = new ArrayList<>();
        for (Endpoints.Allowed one : all) {
            others.add(Thread.ofPlatform().start(() -> endpoints.redeem(one, START)));
        }
        for (Thread other : others) {
            while (other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        mayGoOn.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }

        assertThat(node.tap().verbs())
                .containsExactly(
                        "SELECT", "SELECT", "UPDATE", "UPDATE", "COMMIT", "SELECT", "SELECT", "UPDATE", "UPDATE",
                        "COMMIT");
    }
}
