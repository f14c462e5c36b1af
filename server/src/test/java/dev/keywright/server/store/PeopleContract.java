package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may sign in. */
interface PeopleContract extends OpensStores {
    Instant NOW = Instant.parse("2026-02-03T04:05:06.007Z");

    private static Session session(String secret, PersonId person, Instant at) {
        return new Session(SecretHash.of(secret), person, at, at);
    }

    @Test
    default void peopleAreListedInOrderAndFoundWhateverTheCaseOfTheirEmail() {
        try (Store store = filled()) {

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
    default void aPersonIsAddedOnce() {
        Person eve = new Person(new PersonId(new UUID(9, 9)), Optional.empty(), Optional.empty(), "eve@example.com");
        Person same = new Person(new PersonId(new UUID(9, 7)), Optional.empty(), Optional.empty(), "EVE@example.com");
        WorkspaceId nowhere = new WorkspaceId(new UUID(9, 8));
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
}
