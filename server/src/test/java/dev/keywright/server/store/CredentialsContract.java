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

/** How people prove who they are: passwords, devices and one-time links. */
interface CredentialsContract extends OpensStores {
    Instant NOW = Instant.parse("2026-02-03T04:05:06.007Z");

    private static Session session(String secret, PersonId person, Instant at) {
        return new Session(SecretHash.of(secret), person, at, at);
    }

    @Test
    default void aPasswordIsKeptChangedAndImproved() {
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
            store.credentials().invite(Sample.ADA, SecretHash.of("a"), NOW);
            store.credentials().invite(Sample.BOB, SecretHash.of("b"), NOW.plusSeconds(1));

            assertThat(store.credentials().sweep(NOW, 10)).isEqualTo(1);
            assertThat(store.credentials().invited(SecretHash.of("b"), NOW)).contains(Sample.BOB);
        }
    }
}
