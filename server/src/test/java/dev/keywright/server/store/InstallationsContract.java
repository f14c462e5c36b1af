package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.connection.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who installed what, and when it was last used. */
interface InstallationsContract extends OpensStores {
    Duration HOUR = Duration.ofHours(1);
    Installation ELSEWHERE = new Installation(Sample.APP, Sample.OTHER, Sample.ADA);
    Installation BARE = new Installation(Sample.BARE, Sample.HOME, Sample.ADA);
    Installation BOBS = new Installation(Sample.APP, Sample.HOME, Sample.BOB);

    @Test
    default void whatAPersonInstalledIsListedAPageAtATimeAndNothingElse() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (Installation installation : List.of(Sample.ADAS, ELSEWHERE, BARE, BOBS)) {
                endpoints.grant(installation, START);
            }
            endpoints.consent(
                    new Installation(Sample.BARE, Sample.OTHER, Sample.ADA), Sample.sharing(Sample.TOP), START);

            List<Installed> all = store.installations().ofPerson(Sample.ADA, Optional.empty(), 10);
            List<BotId> pages = new ArrayList<>();
            Optional<BotId> after = Optional.empty();
            for (int i = 0; i < 3; i++) {
                List<Installed> page = store.installations().ofPerson(Sample.ADA, after, 1);
                pages.add(page.getFirst().bot().id());
                after = Optional.of(page.getFirst().bot().id());
            }

            assertThat(all)
                    .extracting(installed -> installed.bot().installation())
                    .containsExactlyInAnyOrder(Sample.ADAS, ELSEWHERE, BARE);
            assertThat(pages)
                    .containsExactlyElementsOf(
                            all.stream().map(installed -> installed.bot().id()).toList());
            assertThat(store.installations().ofPerson(Sample.ADA, after, 1)).isEmpty();
        }
    }

    @Test
    default void whereAConnectionIsInstalledIsCountedAndListed() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (Installation installation : List.of(Sample.ADAS, Sample.ADAS, ELSEWHERE, BARE, BOBS)) {
                endpoints.grant(installation, START);
            }

            assertThat(store.installations().count(Sample.APP, 10)).isEqualTo(3);
            assertThat(store.installations().count(Sample.APP, 2)).isEqualTo(2);
            assertThat(store.installations().ofConnection(Sample.APP, Optional.empty(), 10))
                    .extracting(installed -> installed.bot().installation())
                    .containsExactlyInAnyOrder(Sample.ADAS, ELSEWHERE, BOBS);
            assertThat(store.installations().ofConnection(Sample.APP, Optional.empty(), 2))
                    .hasSize(2);
        }
    }

    @Test
    default void anInstallationIsWhatItsLiveAuthorizationsAre() {
        Instant second = START.plusSeconds(100);
        Instant third = START.plusSeconds(200);
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var first = endpoints.grant(Sample.ADAS, START);
            endpoints.granted(
                    endpoints.redeem(endpoints.consent(Sample.ADAS, Sample.sharing(Sample.CHILD), second), second));
            endpoints.refreshed(first, third);

            assertThat(store.installations().find(Sample.ADAS.bot()))
                    .contains(new Installed(
                            store.authorizations()
                                    .find(first.id())
                                    .orElseThrow()
                                    .bot()
                                    .orElseThrow(),
                            START,
                            third,
                            2));
            endpoints.revoke(endpoints.refreshed(first, third), third);
            assertThat(store.installations().find(Sample.ADAS.bot()).orElseThrow())
                    .satisfies(installed -> assertThat(installed.since()).isEqualTo(second))
                    .satisfies(installed -> assertThat(installed.lastUsed()).isEqualTo(second))
                    .satisfies(
                            installed -> assertThat(installed.authorizations()).isEqualTo(1));
        }
    }

    /** B10. */
    @Test
    default void whatWasDisconnectedIsInstalledNoMore() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            endpoints.grant(Sample.ADAS, START);

            store.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, START);

            assertThat(store.installations().find(Sample.ADAS.bot())).isEmpty();
            assertThat(store.installations().ofPerson(Sample.ADA, Optional.empty(), 10))
                    .isEmpty();
            assertThat(store.installations().count(Sample.APP, 10)).isZero();
        }
    }

    @Test
    default void pagesThatAreChangedHoldForEveryTokenAtOnce() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var one = endpoints.grant(Sample.ADAS, START);
            var other = endpoints.grant(Sample.ADAS, START);

            assertThat(store.installations().share(Sample.ADAS.bot(), Sample.ADA, Set.of(Sample.CHILD)))
                    .isInstanceOf(Shared.Now.class);

            for (var granted : List.of(one, other)) {
                assertThat(pages(store, granted)).containsExactly(Sample.CHILD);
            }
            assertThat(store.installations().share(Sample.ADAS.bot(), Sample.ADA, Set.of()))
                    .isInstanceOf(Shared.Now.class);
            assertThat(pages(store, one)).isEmpty();
        }
    }

    /** B5: whoever did not install it changes nothing, and nobody shares what he may not. */
    @Test
    default void pagesAreSharedByWhoInstalledItAndOnlyThoseThatHeMayShare() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);

            assertThat(store.installations().share(Sample.ADAS.bot(), Sample.BOB, Set.of()))
                    .isEqualTo(new Shared.NotInstalled());
            assertThat(store.installations().share(ELSEWHERE.bot(), Sample.ADA, Set.of()))
                    .isEqualTo(new Shared.NotInstalled());
            assertThat(store.installations().share(Sample.ADAS.bot(), Sample.ADA, Set.of(Sample.TOP, Sample.TEMPLATE)))
                    .isEqualTo(new Shared.NotTheirs());
            assertThat(pages(store, granted)).containsExactly(Sample.TOP);
        }
    }

    private static Set<PageId> pages(Store store, Endpoints.Granted granted) {
        return store.authorizations()
                .find(granted.id())
                .orElseThrow()
                .bot()
                .orElseThrow()
                .pages();
    }

    @Test
    default void aUseIsSeenAtOnceAndStaysWhenItWasWritten() {
        Instant used = START.plus(HOUR);
        SecretHash secret = SecretHash.of("the first secret");
        Endpoints.Granted granted;
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            granted = endpoints.grant(Sample.ADAS, START);

            store.uses().note(row(store, granted), used);
            store.uses().note(Sample.APP, secret, used);
            assertThat(lastUsed(store)).isEqualTo(used);
            assertThat(secretLastUsed(store, secret)).contains(used);
            assertThat(store.uses().write(1)).isEqualTo(1);
            assertThat(store.uses().write(10)).isEqualTo(1);
            assertThat(store.uses().write(10)).isZero();
        }
        try (Store store = open()) {
            assertThat(lastUsed(store)).isEqualTo(used);
            assertThat(secretLastUsed(store, secret)).contains(used);
            assertThat(secretLastUsed(store, SecretHash.of("the second secret")))
                    .isEmpty();
            assertThat(row(store, granted).version()).isEqualTo(2);
        }
    }

    @Test
    default void aUseIsWrittenOnceAnHour() {
        Endpoints.Granted granted;
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            granted = endpoints.grant(Sample.ADAS, START);
            for (Instant used :
                    List.of(START.plus(HOUR), START.plus(HOUR).plus(HOUR).minusMillis(1))) {
                store.uses().note(row(store, granted), used);
                store.uses().write(10);
            }
        }
        try (Store store = open()) {
            assertThat(lastUsed(store)).isEqualTo(START.plus(HOUR));
            store.uses().note(row(store, granted), START.plus(HOUR).plus(HOUR));
            store.uses().write(10);
        }
        try (Store store = open()) {
            assertThat(lastUsed(store)).isEqualTo(START.plus(HOUR).plus(HOUR));
        }
    }

    private static Authorization row(Store store, Endpoints.Granted granted) {
        return store.authorizations().find(granted.id()).orElseThrow().authorization();
    }

    private static Instant lastUsed(Store store) {
        return store.installations().find(Sample.ADAS.bot()).orElseThrow().lastUsed();
    }

    private static Optional<Instant> secretLastUsed(Store store, SecretHash secret) {
        return Optional.ofNullable(
                store.connections().find(Sample.APP).orElseThrow().lastUsed().get(secret));
    }
}
