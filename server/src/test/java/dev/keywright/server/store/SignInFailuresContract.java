package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.store.SignInFailures.Decided;
import dev.keywright.server.store.SignInFailures.Failures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of places from which signing in failed. */
interface SignInFailuresContract extends OpensStores {
    Instant THEN = Instant.parse("2026-02-03T04:05:06.007Z");
    SecretHash HERE = SecretHash.of("here");
    SecretHash THERE = SecretHash.of("there");

    private static Map<SecretHash, Failures> known(Store store) {
        return store.signInFailures().decide(List.of(HERE, THERE), known -> new Decided<>(known, Map.of()));
    }

    private static void keep(Store store, SecretHash place, int count, Instant last) {
        store.signInFailures()
                .decide(List.of(), known -> new Decided<>(true, Map.of(place, new Failures(count, last))));
    }

    @Test
    default void whatARuleDecidesIsKeptAndWhatItDoesNotNameStays() {
        try (Store store = open()) {
            keep(store, HERE, 1, THEN);
            keep(store, THERE, 5, THEN);
            keep(store, HERE, 2, THEN.plusSeconds(1));

            assertThat(known(store))
                    .containsOnly(
                            Map.entry(HERE, new Failures(2, THEN.plusSeconds(1))),
                            Map.entry(THERE, new Failures(5, THEN)));
        }
    }

    @Test
    default void aPlaceWithoutFailuresIsForgotten() {
        try (Store store = open()) {
            keep(store, HERE, 1, THEN);

            keep(store, HERE, 0, THEN);

            assertThat(known(store)).isEmpty();
        }
    }

    @Test
    default void ofManyAtOnceEachIsCounted() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            crowd.atOnce(
                    16,
                    () -> store.signInFailures().decide(List.of(HERE), known -> {
                        int before = known.containsKey(HERE) ? known.get(HERE).count() : 0;
                        return new Decided<>(true, Map.of(HERE, new Failures(before + 1, THEN)));
                    }));

            assertThat(known(store)).containsOnly(Map.entry(HERE, new Failures(16, THEN)));
        }
    }

    @Test
    default void oldFailuresAreSweptInBatches() {
        try (Store store = open()) {
            for (int i = 0; i < 3; i++) {
                keep(store, SecretHash.of("place " + i), 1, THEN);
            }
            keep(store, HERE, 1, THEN.plusSeconds(1));

            assertThat(store.signInFailures().sweep(THEN.plusSeconds(1), 2)).isEqualTo(2);
            assertThat(store.signInFailures().sweep(THEN.plusSeconds(1), 2)).isEqualTo(1);
            assertThat(known(store)).containsOnlyKeys(HERE);
        }
    }

    @Test
    default void replacingTheWorldForgetsThem() {
        try (Store store = filled()) {
            keep(store, HERE, 1, THEN);

            store.replace(Sample.world());

            assertThat(known(store)).isEmpty();
        }
    }
}
