package dev.keywright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.identity.PasswordSignIn;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.store.SignInFailures.Decided;
import dev.keywright.server.store.SignInFailures.Failures;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted goes in batches, and how long each of them took is told. */
class SweeperTest {
    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    /** Consents, connections, authorizations, links, sessions: there is nothing of them, which takes one batch to see. */
    private static final int OTHER_KINDS = 5;

    @TempDir
    private Path folder;

    private static void failedToSignIn(Store store, int places, Instant then) {
        Map<SecretHash, Failures> failures = Stream.iterate(0, place -> place < places, place -> place + 1)
                .collect(Collectors.toMap(place -> SecretHash.of("place " + place), place -> new Failures(1, then)));
        store.signInFailures().decide(List.of(), known -> new Decided<>(true, failures));
    }

    @Test
    void eachBatchIsToldOfUntilOneIsNotFull() {
        List<Duration> batches = new ArrayList<>();
        try (Store store = SqliteStore.open(folder, Durability.NOT_SYNCED, 8, new SecureRandom());
                Sweeper sweeper = new Sweeper(store, () -> NOW, batches::add)) {
            failedToSignIn(
                    store, 120, NOW.minus(PasswordSignIn.FAILURES_COUNT_FOR).minusMillis(1));

            sweeper.sweep();

            assertThat(batches).hasSize(3 + OTHER_KINDS).allMatch(Duration::isPositive);
            assertThat(store.signInFailures().sweep(NOW, 100)).isZero();
        }
    }
}
