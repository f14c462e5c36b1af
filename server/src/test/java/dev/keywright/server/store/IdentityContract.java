package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is signed in, and who may be. */
interface IdentityContract extends OpensStores {
    Instant NOW = Instant.parse("2026-02-03T04:05:06.007Z");

    private static Session session(String secret, PersonId person, Instant at) {
        return new Session(SecretHash.of(secret), person, at, at);
    }

    @Test
    default void aSessionComesBackUntilItIsEnded() {
        try (Store store = open()) {
            store.fill(Sample.world());
            Session session = session("one", Sample.ADA, NOW);
            store.sessions().begin(session, Optional.empty());

            assertThat(store.sessions().find(session.id())).contains(session);
            assertThat(store.sessions().find(SecretHash.of("two"))).isEmpty();

            store.sessions().end(session.id());
            store.sessions().end(session.id());
            assertThat(store.sessions().find(session.id())).isEmpty();
        }
    }

    @Test
    default void aNewSessionTakesThePlaceOfTheOneBefore() {
        try (Store store = open()) {
            store.fill(Sample.world());
            Session before = session("one", Sample.ADA, NOW);
            Session after = session("two", Sample.BOB, NOW);
            store.sessions().begin(before, Optional.empty());
            store.sessions().begin(after, Optional.of(before.id()));

            assertThat(store.sessions().find(before.id())).isEmpty();
            assertThat(store.sessions().find(after.id())).contains(after);
        }
    }

    @Test
    default void aVisitIsNotedAndNeverGoesBack() {
        try (Store store = open()) {
            store.fill(Sample.world());
            Session session = session("one", Sample.ADA, NOW);
            store.sessions().begin(session, Optional.empty());

            store.sessions().seen(session.id(), NOW.plusSeconds(60));
            store.sessions().seen(session.id(), NOW.plusSeconds(30));

            assertThat(store.sessions().find(session.id()).orElseThrow().lastSeenAt())
                    .isEqualTo(NOW.plusSeconds(60));
        }
    }

    @Test
    default void everySessionOfAPersonEndsButTheOneThatStays() {
        try (Store store = open()) {
            store.fill(Sample.world());
            for (String secret : List.of("one", "two", "three")) {
                store.sessions().begin(session(secret, Sample.ADA, NOW), Optional.empty());
            }
            store.sessions().begin(session("bob", Sample.BOB, NOW), Optional.empty());

            store.sessions().endAllOf(Sample.ADA, Optional.of(SecretHash.of("two")));

            assertThat(store.sessions().find(SecretHash.of("one"))).isEmpty();
            assertThat(store.sessions().find(SecretHash.of("two"))).isPresent();
            assertThat(store.sessions().find(SecretHash.of("bob"))).isPresent();

            store.sessions().endAllOf(Sample.ADA, Optional.empty());
            assertThat(store.sessions().find(SecretHash.of("two"))).isEmpty();
            assertThat(store.sessions().find(SecretHash.of("bob"))).isPresent();
        }
    }

    @Test
    default void oldAndUnusedSessionsAreSweptInBatches() {
        try (Store store = open()) {
            store.fill(Sample.world());
            for (int i = 0; i < 5; i++) {
                store.sessions().begin(session("s" + i, Sample.ADA, NOW.plusSeconds(i)), Optional.empty());
            }
            store.sessions().seen(SecretHash.of("s0"), NOW.plus(Duration.ofDays(9)));

            Instant never = Instant.EPOCH;
            assertThat(store.sessions().sweep(NOW.plusSeconds(4), never, 2)).isEqualTo(2);
            assertThat(store.sessions().sweep(NOW.plusSeconds(4), never, 2)).isEqualTo(1);
            assertThat(store.sessions().find(SecretHash.of("s0"))).isPresent();
            assertThat(store.sessions().find(SecretHash.of("s4"))).isPresent();
            assertThat(store.sessions().sweep(never, NOW.plusSeconds(1), 2)).isEqualTo(1);
            assertThat(store.sessions().find(SecretHash.of("s0"))).isEmpty();
        }
    }

    @Test
    default void peopleAreListedInOrderAndFoundWhateverTheCaseOfTheirEmail() {
        try (Store store = open()) {
            store.fill(Sample.world());

            assertThat(store.people().list(0, 10).stream()
                            .map(account -> account.person().id()))
                    .containsExactly(Sample.BOB, Sample.ADA);
            assertThat(store.people().list(1, 1).getFirst().person().id()).isEqualTo(Sample.ADA);
            assertThat(store.people().byEmail("ADA@Example.com"))
                    .contains(new Account(Sample.world().people().get(1), false, true));
            assertThat(store.people().byEmail("nobody@example.com")).isEmpty();
            assertThat(store.people().account(new PersonId(new UUID(7, 7)))).isEmpty();
        }
    }

    @Test
    default void theFirstPersonBecomesAdminWhenNobodyIs() {
        try (Store store = open()) {
            store.people().ensureAdmin();
            store.fill(Sample.world());

            store.people().ensureAdmin();
            store.people().ensureAdmin();

            assertThat(store.people().list(0, 10).stream().map(Account::admin)).containsExactly(true, false);
        }
    }

    @Test
    default void replacingTheWorldEndsEverySession() {
        try (Store store = open()) {
            store.fill(Sample.world());
            store.sessions().begin(session("one", Sample.ADA, NOW), Optional.empty());

            store.replace(Sample.world());

            assertThat(store.sessions().find(SecretHash.of("one"))).isEmpty();
        }
    }

    private static Store filled(Store store) {
        store.fill(Sample.world());
        return store;
    }

    @Test
    default void aPasswordIsKeptChangedAndImproved() {
        try (Store store = filled(open())) {
            store.sessions().begin(session("here", Sample.ADA, NOW), Optional.empty());
            store.sessions().begin(session("there", Sample.ADA, NOW), Optional.empty());
            SecretHash device = SecretHash.of("device");
            store.credentials().remember(Sample.ADA, device, NOW);

            store.credentials().change(Sample.ADA, "phc 1", Optional.of(SecretHash.of("here")));

            assertThat(store.credentials().password(Sample.ADA)).contains("phc 1");
            assertThat(store.credentials().password(Sample.BOB)).isEmpty();
            assertThat(store.sessions().find(SecretHash.of("here"))).isPresent();
            assertThat(store.sessions().find(SecretHash.of("there"))).isEmpty();
            assertThat(store.credentials().isKnownDevice(Sample.ADA, device)).isFalse();

            store.credentials().improve(Sample.ADA, "phc 0", "phc 2");
            assertThat(store.credentials().password(Sample.ADA)).contains("phc 1");
            store.credentials().improve(Sample.ADA, "phc 1", "phc 2");
            assertThat(store.credentials().password(Sample.ADA)).contains("phc 2");
        }
    }

    @Test
    default void theDevicesOfAPersonAreRememberedAndTheOldestForgotten() {
        try (Store store = filled(open())) {
            for (int i = 0; i < 12; i++) {
                store.credentials().remember(Sample.ADA, SecretHash.of("d" + i), NOW.plusSeconds(i));
            }

            assertThat(store.credentials().isKnownDevice(Sample.ADA, SecretHash.of("d11")))
                    .isTrue();
            assertThat(store.credentials().isKnownDevice(Sample.ADA, SecretHash.of("d2")))
                    .isTrue();
            assertThat(store.credentials().isKnownDevice(Sample.ADA, SecretHash.of("d1")))
                    .isFalse();
            assertThat(store.credentials().isKnownDevice(Sample.BOB, SecretHash.of("d11")))
                    .isFalse();
        }
    }

    @Test
    default void aSetupLinkMakesOneAdmin() {
        Person eve = new Person(new PersonId(new UUID(9, 9)), Optional.of("Eve"), Optional.empty(), "eve@example.com");
        Workspace home = new Workspace(new WorkspaceId(new UUID(9, 8)), "New", Optional.empty(), List.of());
        SecretHash before = SecretHash.of("before");
        SecretHash link = SecretHash.of("link");
        try (Store store = filled(open())) {
            assertThat(store.credentials().offerSetup(before, NOW.plusSeconds(60), false))
                    .isTrue();
            assertThat(store.credentials().offerSetup(link, NOW.plusSeconds(60), false))
                    .isTrue();

            assertThat(store.credentials().setUp(before, NOW, eve, "phc", Optional.of(home)))
                    .isEmpty();
            assertThat(store.credentials().setUp(link, NOW.plusSeconds(60), eve, "phc", Optional.of(home)))
                    .isEmpty();
            assertThat(store.credentials().setUp(link, NOW, eve, "phc", Optional.of(home)))
                    .contains(eve.id());
            assertThat(store.credentials().setUp(link, NOW, eve, "phc", Optional.of(home)))
                    .isEmpty();

            assertThat(store.people().account(eve.id())).contains(new Account(eve, true, true));
            assertThat(store.credentials().password(eve.id())).contains("phc");
            assertThat(store.workspace(home.id()).orElseThrow().members()).containsExactly(eve.id());
            assertThat(store.credentials().offerSetup(link, NOW.plusSeconds(60), false))
                    .isFalse();
        }
    }

    @Test
    default void aSetupLinkTakesThePersonWhoIsThereByTheEmail() {
        Person again = new Person(new PersonId(new UUID(9, 9)), Optional.empty(), Optional.empty(), "ADA@example.com");
        Workspace home = new Workspace(new WorkspaceId(new UUID(9, 8)), "New", Optional.empty(), List.of());
        try (Store store = filled(open())) {
            store.credentials().offerSetup(SecretHash.of("link"), NOW.plusSeconds(60), false);

            assertThat(store.credentials().setUp(SecretHash.of("link"), NOW, again, "phc", Optional.of(home)))
                    .contains(Sample.ADA);
            assertThat(store.people().list(0, 10)).hasSize(2);
        }
    }

    @Test
    default void anInvitationHoldsOnceAndUntilItEndsOrANewOneIsMade() {
        SecretHash first = SecretHash.of("first");
        SecretHash second = SecretHash.of("second");
        try (Store store = filled(open())) {
            store.credentials().invite(Sample.ADA, first, NOW.plusSeconds(60));
            store.credentials().invite(Sample.ADA, second, NOW.plusSeconds(60));
            assertThat(store.person(Sample.ADA)).isPresent();

            assertThat(store.credentials().invited(first, NOW)).isEmpty();
            assertThat(store.credentials().invited(second, NOW.plusSeconds(60))).isEmpty();
            assertThat(store.credentials().invited(second, NOW)).contains(Sample.ADA);
            assertThat(store.credentials().accept(second, NOW, Optional.of("New name"), "phc"))
                    .contains(Sample.ADA);
            assertThat(store.credentials().accept(second, NOW, Optional.empty(), "phc 2"))
                    .isEmpty();

            assertThat(store.credentials().password(Sample.ADA)).contains("phc");
            assertThat(store.person(Sample.ADA).orElseThrow().name()).contains("New name");
        }
    }

    @Test
    default void linksThatEndedAreSwept() {
        try (Store store = filled(open())) {
            store.credentials().invite(Sample.ADA, SecretHash.of("a"), NOW);
            store.credentials().invite(Sample.BOB, SecretHash.of("b"), NOW.plusSeconds(1));

            assertThat(store.credentials().sweep(NOW, 10)).isEqualTo(1);
            assertThat(store.credentials().invited(SecretHash.of("b"), NOW)).contains(Sample.BOB);
        }
    }

    @Test
    default void aPersonIsAddedOnce() {
        Person eve = new Person(new PersonId(new UUID(9, 9)), Optional.empty(), Optional.empty(), "eve@example.com");
        Person same = new Person(new PersonId(new UUID(9, 7)), Optional.empty(), Optional.empty(), "EVE@example.com");
        WorkspaceId nowhere = new WorkspaceId(new UUID(9, 8));
        try (Store store = filled(open())) {
            assertThat(store.workspace(Sample.HOME)).isPresent();

            assertThat(store.people().add(eve, List.of(Sample.HOME, nowhere))).isTrue();
            assertThat(store.people().add(same, List.of())).isFalse();

            assertThat(store.workspace(Sample.HOME).orElseThrow().members())
                    .containsExactly(Sample.BOB, Sample.ADA, eve.id());
            assertThat(store.people().workspacesOf(eve.id()).stream().map(Workspace::id))
                    .containsExactly(Sample.HOME);
        }
    }

    @Test
    default void theLastAdminStaysOne() {
        try (Store store = filled(open())) {
            store.people().ensureAdmin();

            assertThat(store.people().setAdmin(Sample.BOB, false)).isFalse();
            assertThat(store.people().deactivate(Sample.BOB, NOW)).isEmpty();
            assertThat(store.people().setAdmin(Sample.ADA, true)).isTrue();
            assertThat(store.people().deactivate(Sample.BOB, NOW)).contains(List.of());
            assertThat(store.people().setAdmin(Sample.ADA, false)).isFalse();
            store.people().activate(Sample.BOB);
            assertThat(store.people().setAdmin(Sample.ADA, false)).isTrue();
        }
    }

    @Test
    default void whoeverIsDeactivatedHasNoSessionNoLinkAndNoAuthorization() {
        try (Store store = filled(open())) {
            store.people().ensureAdmin();
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, Endpoints.START);
            var pending = endpoints.consent(Sample.ADAS, Sample.sharing(), Endpoints.START);
            store.sessions().begin(session("one", Sample.ADA, NOW), Optional.empty());
            store.credentials().invite(Sample.ADA, SecretHash.of("link"), NOW.plusSeconds(60));

            var ended = store.people().deactivate(Sample.ADA, Endpoints.START).orElseThrow();

            assertThat(ended.stream().map(row -> row.id()))
                    .containsExactlyInAnyOrder(granted.id(), pending.row().id());
            assertThat(endpoints.honours(granted, Endpoints.START)).isFalse();
            assertThat(store.sessions().find(SecretHash.of("one"))).isEmpty();
            assertThat(store.credentials().invited(SecretHash.of("link"), NOW)).isEmpty();
            assertThat(store.people().account(Sample.ADA).orElseThrow().active())
                    .isFalse();

            var late = endpoints.consent(Sample.ADAS, Sample.sharing(), Endpoints.START);
            assertThat(store.authorizations().find(late.row().id())).isEmpty();
        }
    }

    @Test
    default void aWorkspaceIsChangedAndDeletedWithAllThatIsInIt() {
        WorkspaceId id = new WorkspaceId(new UUID(9, 8));
        try (Store store = filled(open())) {
            store.workspaceChanges().add(new Workspace(id, "New", Optional.empty(), List.of(Sample.BOB)));
            store.workspaceChanges().rename(Sample.HOME, "House");
            store.workspaceChanges().addMember(id, Sample.ADA);
            store.workspaceChanges().addMember(id, Sample.ADA);
            store.workspaceChanges().addMember(id, new PersonId(new UUID(7, 7)));
            assertThat(store.workspace(id).orElseThrow().members()).containsExactly(Sample.BOB, Sample.ADA);
            assertThat(store.workspace(Sample.HOME).orElseThrow().name()).isEqualTo("House");

            store.workspaceChanges().removeMember(id, Sample.BOB, NOW);
            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.workspace(id).orElseThrow().members()).containsExactly(Sample.ADA);
            assertThat(store.workspace(Sample.OTHER)).isEmpty();
            assertThat(store.pages().first(Sample.OTHER, 100)).isEmpty();
            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .isEmpty();
        }
    }

    @Test
    default void whatNamedADeletedWorkspaceIsForgottenAtOnceToo() {
        try (Store store = filled(open())) {
            Endpoints endpoints = Endpoints.over(store);
            var template = new Consent(
                    Capabilities.all(), Set.of(), Optional.of(Sample.TEMPLATE), Optional.empty(), Optional.empty());
            var allowed = endpoints.consent(Sample.ADAS, template, Endpoints.START);
            // Both have been read before, as every token request reads them.
            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .hasValue(Sample.TEMPLATE);
            assertThat(store.connection(Sample.BARE).orElseThrow().installationScope())
                    .isEqualTo(new InstallationScope.SelectedWorkspaces(Set.of(Sample.HOME, Sample.OTHER)));

            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.connection(Sample.APP).orElseThrow().templatePage())
                    .isEmpty();
            assertThat(store.connection(Sample.BARE).orElseThrow().installationScope())
                    .isEqualTo(new InstallationScope.SelectedWorkspaces(Set.of(Sample.HOME)));
            assertThat(endpoints.redeem(allowed, Endpoints.START))
                    .isInstanceOfSatisfying(
                            Redeem.Redeemed.class,
                            redeemed ->
                                    assertThat(redeemed.duplicatedTemplate()).isEmpty());
        }
    }

    @Test
    default void anInternalConnectionGoesWithItsWorkspace() {
        ClientId internal = new ClientId(new UUID(9, 9));
        try (Store store = filled(open())) {
            store.connections().register(internalTo(Sample.OTHER, internal));
            assertThat(store.connection(internal)).isPresent();

            store.workspaceChanges().delete(Sample.OTHER, NOW);

            assertThat(store.connection(internal)).isEmpty();
            assertThat(store.connections().list(Optional.empty(), 0, 10))
                    .extracting(registration -> registration.connection().id())
                    .containsExactlyInAnyOrder(Sample.APP, Sample.BARE);
            assertThat(store.world().connections()).hasSize(2);
            assertThat(store.connections().register(internalTo(Sample.HOME, internal)))
                    .as("an id is never given again")
                    .isFalse();
        }
    }

    private static Connection internalTo(WorkspaceId workspace, ClientId id) {
        return new Connection(
                id,
                List.of(),
                "Night Porter",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Sample.ADA),
                List.of(),
                Capabilities.all(),
                Optional.empty(),
                new InstallationScope.Internal(workspace),
                false,
                false,
                false);
    }

    @Test
    default void aPageIsAddedBelowAPageOfItsWorkspaceAndRenamed() {
        PageId fresh = new PageId(new UUID(9, 6));
        try (Store store = filled(open())) {
            store.workspaceChanges().addPage(page(fresh, Sample.HOME, Optional.of(Sample.TOP)));
            store.workspaceChanges()
                    .addPage(page(new PageId(new UUID(9, 5)), Sample.HOME, Optional.of(Sample.TEMPLATE)));
            store.workspaceChanges().renamePage(Sample.HOME, fresh, "Renamed", NOW);
            store.workspaceChanges().renamePage(Sample.OTHER, Sample.TOP, "Not renamed", NOW);

            assertThat(store.pages().first(Sample.HOME, 100).stream().map(Page::title))
                    .containsExactly("Top", "", "Renamed");
        }
    }

    private static Page page(PageId id, WorkspaceId workspace, Optional<PageId> parent) {
        return new Page(id, workspace, parent, "Fresh", new Visibility.Inherited(), NOW);
    }
}
