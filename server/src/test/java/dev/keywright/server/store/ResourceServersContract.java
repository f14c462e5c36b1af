package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.ClientId;
import dev.keywright.server.connection.ResourceServer;
import dev.keywright.server.connection.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Resource servers: made, listed, looked up on every introspection, and gone at once. */
interface ResourceServersContract extends OpensStores {
    ResourceServer INVOICES = resourceServer(1, "Invoices");
    ResourceServer ARCHIVE = resourceServer(2, "archive");

    private static ResourceServer resourceServer(int id, String name) {
        return new ResourceServer(new ClientId(new UUID(0xBEEF, id)), name, SecretHash.of("secret_" + name), START);
    }

    private static Optional<ResourceServer> find(Store store, ResourceServer server) {
        return store.resourceServers().find(server.id());
    }

    private static List<ResourceServer> listed(Store store) {
        return store.resourceServers().list().stream()
                .map(ResourceServers.Listed::server)
                .toList();
    }

    private static Optional<Instant> lastUsed(Store store) {
        return store.resourceServers().list().getFirst().lastUsed();
    }

    @Test
    default void aNewResourceServerIsThereAtOnceAndAfterARestart() {
        try (Store store = open()) {
            assertThat(find(store, INVOICES)).isEmpty();

            assertThat(store.resourceServers().add(INVOICES)).isTrue();

            assertThat(find(store, INVOICES)).contains(INVOICES);
        }
        try (Store store = open()) {
            assertThat(find(store, INVOICES)).contains(INVOICES);
        }
    }

    @Test
    default void resourceServersAreListedByName() {
        try (Store store = open()) {
            store.resourceServers().add(INVOICES);
            store.resourceServers().add(ARCHIVE);

            assertThat(listed(store)).containsExactly(ARCHIVE, INVOICES);
        }
    }

    @Test
    default void aNameAndAnIdAreOneResourceServersOnly() {
        try (Store store = open()) {
            store.resourceServers().add(INVOICES);

            assertThat(store.resourceServers().add(resourceServer(3, "Invoices")))
                    .isFalse();
            assertThat(store.resourceServers().add(resourceServer(1, "Other"))).isFalse();

            assertThat(listed(store)).containsExactly(INVOICES);
            assertThat(find(store, INVOICES)).contains(INVOICES);
        }
    }

    @Test
    default void aDeletedResourceServerIsGoneAtOnceAndTheOthersStay() {
        try (Store store = open()) {
            store.resourceServers().add(INVOICES);
            store.resourceServers().add(ARCHIVE);
            assertThat(find(store, INVOICES)).isPresent();

            assertThat(store.resourceServers().delete(INVOICES.id())).isTrue();

            assertThat(find(store, INVOICES)).isEmpty();
            assertThat(listed(store)).containsExactly(ARCHIVE);
            assertThat(store.resourceServers().delete(INVOICES.id())).isFalse();
        }
    }

    @Test
    default void aResourceServerIsNoConnection() {
        try (Store store = filled()) {
            store.resourceServers().add(INVOICES);
            assertThat(find(store, INVOICES)).isPresent();

            assertThat(store.connection(INVOICES.id())).isEmpty();
            assertThat(store.resourceServers().find(Sample.APP)).isEmpty();
            assertThat(store.world()).isEqualTo(Sample.world());
        }
    }

    @Test
    default void aResetLeavesNoResourceServer() {
        try (Store store = open()) {
            store.resourceServers().add(INVOICES);
            assertThat(find(store, INVOICES)).isPresent();

            store.replace(Sample.world());

            assertThat(find(store, INVOICES)).isEmpty();
            assertThat(listed(store)).isEmpty();
        }
    }

    @Test
    default void itsLastUseIsSeenAtOnceAndWrittenLater() {
        Instant used = START.plus(Duration.ofHours(5));
        try (Store store = open()) {
            store.resourceServers().add(INVOICES);
            assertThat(lastUsed(store)).isEmpty();

            store.uses().note(INVOICES.id(), INVOICES.secret(), used);

            assertThat(lastUsed(store)).contains(used);
            assertThat(store.uses().write(10)).isEqualTo(1);
        }
        try (Store store = open()) {
            assertThat(lastUsed(store)).contains(used);
        }
    }

    /** Whoever looks while one is deleted may still find it; whoever looks after the answer never does. */
    @Test
    default void nobodyFindsItAfterItsDeletionWasAnswered() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            for (int round = 0; round < Crowd.ROUNDS; round++) {
                store.resourceServers().add(INVOICES);
                List<Callable<Boolean>> tasks = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    tasks.add(() -> find(store, INVOICES).map(INVOICES::equals).orElse(true));
                }
                tasks.add(
                        2,
                        () -> store.resourceServers().delete(INVOICES.id())
                                && find(store, INVOICES).isEmpty());

                assertThat(crowd.atOnce(tasks)).containsOnly(true);
                assertThat(find(store, INVOICES)).isEmpty();
            }
        }
    }
}
