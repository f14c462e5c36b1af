package dev.keywright.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Installation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is in a workspace, and in which order. */
interface DirectoryContract extends OpensStores {
    Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

    private static UUID bot(ClientId client, PersonId person) {
        return BotId.of(client, Sample.HOME, person).value();
    }

    private static List<UUID> list(Store store, Optional<UUID> after, int most) {
        return store.directory().list(Sample.HOME, after, most).orElseThrow().stream()
                .map(Directory.Entry::id)
                .toList();
    }

    /** Two members; one has two bots here and one elsewhere, the other one bot. */
    private static void install(Store store) {
        Endpoints endpoints = Endpoints.over(store);
        for (Installation installation : List.of(
                Sample.ADAS,
                Sample.ADAS,
                new Installation(Sample.BARE, Sample.HOME, Sample.ADA),
                new Installation(Sample.APP, Sample.HOME, Sample.BOB),
                new Installation(Sample.APP, Sample.OTHER, Sample.BOB))) {
            endpoints.grant(installation, WHEN);
        }
    }

    @Test
    default void membersComeInTheirOrderEachBeforeItsBots() {
        try (Store store = open()) {
            install(store);

            List<UUID> entries = list(store, Optional.empty(), 100);

            assertThat(entries)
                    .hasSize(5)
                    .startsWith(Sample.BOB.value(), bot(Sample.APP, Sample.BOB), Sample.ADA.value())
                    .endsWith(entries.get(3), entries.get(4));
            assertThat(entries.subList(3, 5))
                    .containsExactlyInAnyOrder(bot(Sample.APP, Sample.ADA), bot(Sample.BARE, Sample.ADA));
        }
    }

    @Test
    default void aListGoesOnBehindAnyOfItsEntries() {
        try (Store store = open()) {
            install(store);
            List<UUID> whole = list(store, Optional.empty(), 100);

            for (int size = 1; size <= whole.size(); size++) {
                List<UUID> read = new ArrayList<>(list(store, Optional.empty(), size));
                while (read.size() < whole.size()) {
                    read.addAll(list(store, Optional.of(read.getLast()), size));
                }
                assertThat(read).as("in parts of " + size).isEqualTo(whole);
                assertThat(list(store, Optional.of(read.getLast()), size)).isEmpty();
            }
        }
    }

    @Test
    default void whoIsNotInTheWorkspaceIsNoPlaceToGoOnFrom() {
        try (Store store = open()) {
            install(store);
            UUID elsewhere = BotId.of(Sample.APP, Sample.OTHER, Sample.BOB).value();

            assertThat(store.directory().list(Sample.HOME, Optional.of(elsewhere), 10))
                    .isEmpty();
            assertThat(store.directory().list(Sample.HOME, Optional.of(new UUID(7, 7)), 10))
                    .isEmpty();
            assertThat(store.directory().list(Sample.OTHER, Optional.of(Sample.ADA.value()), 10))
                    .isEmpty();
        }
    }

    @Test
    default void anEntryIsFoundInItsOwnWorkspaceAlone() {
        try (Store store = open()) {
            install(store);

            assertThat(store.directory().find(Sample.HOME, Sample.ADA.value()))
                    .containsInstanceOf(Directory.Entry.Member.class);
            assertThat(store.directory().find(Sample.HOME, bot(Sample.BARE, Sample.ADA)))
                    .contains(new Directory.Entry.Acting(BotId.of(Sample.BARE, Sample.HOME, Sample.ADA), Sample.BARE));
            assertThat(store.directory().find(Sample.OTHER, Sample.ADA.value())).isEmpty();
            assertThat(store.directory().find(Sample.OTHER, bot(Sample.APP, Sample.ADA)))
                    .isEmpty();
        }
    }

    @Test
    default void whoMayNotSignInAnyMoreIsGoneWithTheBots() {
        try (Store store = open()) {
            install(store);
            store.people().setAdmin(Sample.ADA, true);

            store.people().deactivate(Sample.BOB, WHEN);

            assertThat(list(store, Optional.empty(), 100))
                    .startsWith(Sample.ADA.value())
                    .hasSize(3);
            assertThat(store.directory().find(Sample.HOME, Sample.BOB.value())).isEmpty();
        }
    }

    @Test
    default void aBotThatIsDisconnectedIsGone() {
        try (Store store = open()) {
            install(store);

            store.authorizations().endAll(new BotId(bot(Sample.APP, Sample.ADA)), EndReason.DISCONNECTED, WHEN);

            assertThat(list(store, Optional.empty(), 100)).hasSize(4);
            assertThat(store.directory().find(Sample.HOME, bot(Sample.APP, Sample.ADA)))
                    .isEmpty();
        }
    }
}
