package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.Details;
import dev.keywright.server.connection.Edit;
import dev.keywright.server.connection.Edited;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.PlainSecret;
import dev.keywright.server.connection.RedirectUriRules;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.connection.SecretHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Connections as their developers register, change and delete them. */
interface ConnectionsContract extends OpensStores {
    ClientId NEW = new ClientId(new UUID(0xABCD, 1));
    RedirectUriRules RULES = new RedirectUriRules(false);

    private static Connection connection(ClientId id, InstallationScope scope) {
        ClientSecret secret = new PlainSecret("secret_" + "x".repeat(43)).kept(START, false);
        return new Connection(
                id,
                List.of(secret),
                "New",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.ADA),
                List.of("https://new.example/cb"),
                Capabilities.all(),
                Optional.empty(),
                scope,
                true,
                false,
                false);
    }

    private static Details renamed(Connection connection, String name) {
        Details details = Details.of(connection);
        return new Details(
                name,
                details.icon(),
                details.website(),
                details.capabilities(),
                details.templatePage(),
                details.installationScope(),
                details.requirePkce());
    }

    private static Registration registration(Store store, ClientId id) {
        return store.connections().find(id).orElseThrow();
    }

    @Test
    default void aNewConnectionIsThereAtOnceAndLast() {
        for (InstallationScope scope : List.of(
                new InstallationScope.AnyWorkspace(),
                new InstallationScope.SelectedWorkspaces(Set.of(Sample.HOME, Sample.OTHER)),
                new InstallationScope.Internal(Sample.HOME))) {
            try (Store store = open()) {
                store.replace(Sample.world());
                Connection made = connection(NEW, scope);
                assertThat(store.connection(NEW)).isEmpty();

                assertThat(store.connections().register(made)).isTrue();

                assertThat(store.connection(NEW)).contains(made);
                assertThat(store.world().connections().getLast()).isEqualTo(made);
                assertThat(registration(store, NEW).lastUsed()).isEmpty();
            }
        }
    }

    @Test
    default void anIdIsGivenOnceAndNeverAgain() {
        try (Store store = filled()) {
            Connection made = connection(NEW, new InstallationScope.AnyWorkspace());

            assertThat(store.connections().register(connection(Sample.APP, new InstallationScope.AnyWorkspace())))
                    .isFalse();
            assertThat(store.connections().register(made)).isTrue();
            assertThat(store.connections().delete(NEW, START)).contains(0);
            assertThat(store.connections().register(made)).isFalse();

            assertThat(store.connection(NEW)).isEmpty();
            assertThat(store.connections().find(NEW)).isEmpty();
            assertThat(store.world().connections()).isEqualTo(Sample.world().connections());
        }
    }

    @Test
    default void aConnectionIsFoundByItsSecretAndNoneByAnothers() {
        try (Store store = filled()) {
            Connection made = connection(NEW, new InstallationScope.AnyWorkspace());
            SecretHash secret = made.secrets().getFirst().hash();
            SecretHash nobodys = SecretHash.of("nobody's");
            assertThat(store.connections().withSecret(Set.of(nobodys, secret))).isEmpty();

            store.connections().register(made);

            assertThat(store.connections().withSecret(Set.of(nobodys, secret))).contains(made);
        }
    }

    @Test
    default void anEditHoldsForTheVeryNextLook() {
        try (Store store = filled()) {
            Connection before = store.connection(Sample.APP).orElseThrow();
            long seen = registration(store, Sample.APP).version();

            Optional<Edited> edited =
                    store.connections().edit(Sample.APP, new Edit.NewDetails(seen, renamed(before, "Other")));

            assertThat(edited).contains(new Edited.Changed(before.with(renamed(before, "Other"))));
            assertThat(store.connection(Sample.APP).orElseThrow().name()).isEqualTo("Other");
            assertThat(registration(store, Sample.APP).version()).isGreaterThan(seen);
            assertThat(store.connections().edit(NEW, new Edit.Disable(true))).isEmpty();
        }
    }

    @Test
    default void ofTwoWhoEditWhatTheySawTheSecondIsToldAndUndoesNothing() {
        try (Store store = filled()) {
            Registration seen = registration(store, Sample.APP);
            Connection before = seen.connection();
            store.connections().edit(Sample.APP, new Edit.NewDetails(seen.version(), renamed(before, "First")));

            Optional<Edited> second = store.connections()
                    .edit(Sample.APP, new Edit.NewDetails(seen.version(), renamed(before, "Second")));

            assertThat(second).contains(new Edited.Stale());
            assertThat(store.connection(Sample.APP).orElseThrow().name()).isEqualTo("First");
        }
    }

    @Test
    default void everythingOfAnEditComesBackWhenTheStoreIsOpenedAgain() {
        Connection expected;
        try (Store store = filled()) {
            ClientSecret third = new PlainSecret("secret_" + "y".repeat(43)).kept(START, true);
            String first = store.connection(Sample.APP)
                    .orElseThrow()
                    .secrets()
                    .getFirst()
                    .hash()
                    .ref();
            edit(store, new Edit.AddRedirectUri("https://b.example/cb", RULES));
            edit(store, new Edit.RemoveRedirectUri("https://z.example/cb"));
            edit(store, new Edit.EndSecret(first));
            edit(store, new Edit.AddSecret(third));
            edit(store, new Edit.Disable(true));
            expected = store.connection(Sample.APP).orElseThrow();
            assertThat(expected.redirectUris())
                    .containsExactly("https://a.example/cb", Sample.REDIRECT_URI, "https://b.example/cb");
            assertThat(expected.secrets()).hasSize(2).contains(third);
            assertThat(expected.disabled()).isTrue();
        }
        try (Store store = open()) {
            assertThat(store.connection(Sample.APP)).contains(expected);
            Connection before = expected;
            Details narrow = new Details(
                    "Narrow",
                    Optional.empty(),
                    Optional.empty(),
                    new Capabilities(Set.of(), Capabilities.People.NONE),
                    Optional.empty(),
                    new InstallationScope.SelectedWorkspaces(Set.of(Sample.OTHER)),
                    true);
            edit(store, new Edit.NewDetails(registration(store, Sample.APP).version(), narrow));
            expected = before.with(narrow);
        }
        try (Store store = open()) {
            assertThat(store.connection(Sample.APP)).contains(expected);
        }
    }

    private static void edit(Store store, Edit edit) {
        assertThat(store.connections().edit(Sample.APP, edit)).containsInstanceOf(Edited.Changed.class);
    }

    @Test
    default void aPersonsOwnConnectionsAreListedNewestFirstAndAPageAtATime() {
        try (Store store = filled()) {
            store.connections().register(connection(NEW, new InstallationScope.AnyWorkspace()));

            assertThat(ids(store.connections().list(Optional.of(Sample.ADA), 0, 10)))
                    .containsExactly(NEW, Sample.APP);
            assertThat(ids(store.connections().list(Optional.of(Sample.ADA), 1, 1)))
                    .containsExactly(Sample.APP);
            assertThat(store.connections().list(Optional.of(Sample.BOB), 0, 10)).isEmpty();
            assertThat(ids(store.connections().list(Optional.empty(), 0, 2))).containsExactly(NEW, Sample.APP);
            assertThat(ids(store.connections().list(Optional.empty(), 2, 2))).containsExactly(Sample.BARE);
        }
    }

    private static List<ClientId> ids(List<Registration> registrations) {
        return registrations.stream()
                .map(registration -> registration.connection().id())
                .toList();
    }

    /** D7, B10: deleting ends what is live and what is pending, and nothing of another connection. */
    @Test
    default void deletingAConnectionEndsAllOfItAndNothingElse() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var live = endpoints.grant(Sample.ADAS, START);
            var pending = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
            var bobs = endpoints.grant(new Installation(Sample.APP, Sample.OTHER, Sample.BOB), START);
            var other = endpoints.grant(new Installation(Sample.BARE, Sample.HOME, Sample.ADA), START);

            assertThat(store.connections().delete(Sample.APP, START)).contains(3);

            assertThat(store.connection(Sample.APP)).isEmpty();
            for (var dead : List.of(live, bobs)) {
                assertThat(endpoints.honours(dead, START)).isFalse();
                assertThat(endpoints.answer(endpoints.refresh(dead, START))).isEmpty();
            }
            assertThat(endpoints.redeem(pending, START)).isInstanceOf(Redeem.EndedBefore.class);
            assertThat(store.authorizations()
                            .find(live.id())
                            .orElseThrow()
                            .authorization()
                            .state())
                    .isEqualTo(new Ended(EndReason.CONNECTION_DELETED, START));
            assertThat(endpoints.honours(other, START)).isTrue();
            assertThat(store.connections().delete(Sample.APP, START)).isEmpty();
        }
    }

    @Test
    default void deletingEndsMoreThanOnePortion() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int i = 0; i < 1001; i++) {
                endpoints.consent(Sample.ADAS, Sample.sharing(), START);
            }

            assertThat(store.connections().delete(Sample.APP, START)).contains(1001);
        }
    }

    @Test
    default void whatAnExchangeLeftOfADeletedConnectionEndsLater() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            store.connections().delete(Sample.APP, START);
            // Its client had authenticated just before.
            var late = endpoints.grant(Sample.ADAS, START);

            assertThat(store.connections().settle(START, 100)).isEqualTo(1);
            assertThat(endpoints.honours(late, START)).isFalse();

            var later = endpoints.grant(Sample.ADAS, START);
            assertThat(store.connections().settle(START.plus(Duration.ofHours(1)), 100))
                    .isEqualTo(1);
            assertThat(endpoints.honours(later, START)).isFalse();
            assertThat(store.connections().settle(START.plus(Duration.ofHours(2)), 100))
                    .isZero();
        }
    }

    /** D7: whoever looks while a connection is disabled and enabled sees what was answered last, or newer. */
    @Test
    default void whoeverLooksBesideAnEditSeesNothingThatWasOver() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            store.fill(Sample.world());
            for (int round = 0; round < Crowd.ROUNDS; round++) {
                boolean off = round % 2 == 0;
                List<Callable<Boolean>> tasks = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    tasks.add(() -> store.connection(Sample.APP).isPresent());
                }
                tasks.add(2, () -> {
                    store.connections().edit(Sample.APP, new Edit.Disable(off));
                    return store.connection(Sample.APP).orElseThrow().disabled() == off;
                });

                assertThat(crowd.atOnce(tasks)).containsOnly(true);
                assertThat(store.connection(Sample.APP).orElseThrow().disabled())
                        .isEqualTo(off);
            }
        }
    }

    @Test
    default void neverMoreThanTwoSecretsAreLiveHoweverManyAskAtOnce() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            store.fill(Sample.world());
            store.connections().register(connection(NEW, new InstallationScope.AnyWorkspace()));
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                ClientSecret another = new PlainSecret("secret_" + i).kept(START, false);
                tasks.add(() -> store.connections()
                        .edit(NEW, new Edit.AddSecret(another))
                        .filter(Edited.Changed.class::isInstance)
                        .isPresent());
            }

            assertThat(crowd.atOnce(tasks)).containsOnlyOnce(true);
            assertThat(store.connection(NEW).orElseThrow().secrets()).hasSize(2);
        }
    }
}
