package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is signed in, and until when. */
interface SessionsContract extends OpensStores {
    Instant NOW = Instant.parse("2026-02-03T04:05:06.007Z");

    private static Session session(String secret, PersonId person, Instant at) {
        return new Session(SecretHash.of(secret), person, at, at);
    }

    @Test
    default void aSessionComesBackUntilItIsEnded() {
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
        try (Store store = filled()) {
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
    default void replacingTheWorldEndsEverySession() {
        try (Store store = filled()) {
            store.sessions().begin(session("one", Sample.ADA, NOW), Optional.empty());

            store.replace(Sample.world());

            assertThat(store.sessions().find(SecretHash.of("one"))).isEmpty();
        }
    }
}
