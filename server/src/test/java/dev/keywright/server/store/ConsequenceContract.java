package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Bot;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows from a decision beyond its row is carried out with it. */
interface ConsequenceContract extends OpensStores {
    @Test
    default void theBotHasWhatTheLastRedeemedConsentGranted() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var first = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.TOP), START);
            var second = endpoints.consent(Sample.ADAS, Sample.sharing(Sample.CHILD), START);

            // Redeemed in the other order: it counts when a code is redeemed, not when it was allowed.
            var two = endpoints.granted(endpoints.redeem(second, START));
            assertThat(bot(store, two.id()).pages()).containsExactly(Sample.CHILD);
            var one = endpoints.granted(endpoints.redeem(first, START));

            assertThat(bot(store, one.id()).pages()).containsExactly(Sample.TOP);
            assertThat(bot(store, two.id())).isEqualTo(bot(store, one.id()));
        }
    }

    @Test
    default void anotherPersonsBotIsAnother() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var bobs = new Installation(Sample.APP, Sample.HOME, Sample.BOB);
            var ada = endpoints.grant(Sample.ADAS, START);
            var bob = endpoints.granted(
                    endpoints.redeem(endpoints.consent(bobs, Sample.sharing(Sample.CHILD), START), START));

            assertThat(bot(store, ada.id()).pages()).containsExactly(Sample.TOP);
            assertThat(bot(store, bob.id()).pages()).containsExactly(Sample.CHILD);
            assertThat(bot(store, bob.id()).id())
                    .isNotEqualTo(bot(store, ada.id()).id());
        }
    }

    @Test
    default void oneAuthorizationTooManyEndsTheOneUnusedLongest() {
        try (Store store = open()) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, Endpoints.atMost(2));
            var first = endpoints.grant(Sample.ADAS, START);
            var second = endpoints.grant(Sample.ADAS, START.plusMillis(1));
            first = endpoints.refreshed(first, START.plusMillis(2));

            var third = endpoints.grant(Sample.ADAS, START.plusMillis(3));

            assertThat(endpoints.honours(first, START)).isTrue();
            assertThat(endpoints.honours(third, START)).isTrue();
            assertThat(endpoints.honours(second, START)).isFalse();
            assertThat(store.authorizations()
                            .find(second.id())
                            .orElseThrow()
                            .authorization()
                            .state())
                    .isEqualTo(new Ended(EndReason.ONE_TOO_MANY, START.plusMillis(3)));
        }
    }

    @Test
    default void theOneThatIsRedeemedNowIsNeverTheOneTooMany() {
        try (Store store = open()) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, Endpoints.atMost(1));
            List<Endpoints.Granted> all = new ArrayList<>();
            // All in one millisecond, as when the emulator's clock stands still; then one by a clock that went back.
            for (int i = 0; i < 20; i++) {
                all.add(endpoints.grant(Sample.ADAS, i < 19 ? START : START.minusSeconds(5)));

                assertThat(all)
                        .filteredOn(pair -> endpoints.honours(pair, START))
                        .containsExactly(all.getLast());
            }
        }
    }

    @Test
    default void othersDoNotCountTowardsABotsLimit() {
        try (Store store = open()) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, Endpoints.atMost(1));
            var elsewhere = new Installation(Sample.APP, Sample.OTHER, Sample.BOB);
            var bobs = endpoints.grant(elsewhere, START);
            var pending = endpoints.consent(Sample.ADAS, Sample.sharing(), START);

            var adas = endpoints.grant(Sample.ADAS, START.plusMillis(1));

            assertThat(endpoints.honours(bobs, START)).isTrue();
            assertThat(endpoints.honours(adas, START)).isTrue();
            assertThat(endpoints.redeem(pending, START.plusMillis(2))).isInstanceOf(Redeem.Redeemed.class);
        }
    }

    @Test
    default void aTemplateIsCopiedWithAllThatIsBelowItWhenTheCodeIsRedeemed() {
        Instant when = START.plusSeconds(1);
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            Consent consent = new Consent(
                    Sample.full().capabilities(),
                    Set.of(),
                    Optional.of(Sample.TEMPLATE),
                    Optional.empty(),
                    Optional.empty());
            var allowed = endpoints.consent(Sample.ADAS, consent, START);
            assertThat(store.world()).isEqualTo(Sample.world());

            var redeemed = (Redeem.Redeemed) endpoints.redeem(allowed, when);

            PageId copy = redeemed.duplicatedTemplate().orElseThrow();
            assertThat(bot(store, redeemed.row().id()).pages()).containsExactly(copy);
            List<Page> pages = pages(store, Sample.HOME);
            assertThat(pages).hasSize(5).extracting(Page::id).doesNotHaveDuplicates();
            assertThat(pages.subList(0, 2)).extracting(Page::id).containsExactly(Sample.TOP, Sample.CHILD);
            Page top = pages.get(2);
            Page child = pages.get(3);
            Page grandchild = pages.get(4);
            assertThat(top)
                    .isEqualTo(new Page(
                            copy,
                            Sample.HOME,
                            Optional.empty(),
                            "Template",
                            new Visibility.Only(Set.of(Sample.ADA)),
                            when));
            assertThat(child)
                    .isEqualTo(new Page(
                            child.id(), Sample.HOME, Optional.of(copy), "Child", new Visibility.Inherited(), when));
            assertThat(grandchild)
                    .isEqualTo(new Page(
                            grandchild.id(),
                            Sample.HOME,
                            Optional.of(child.id()),
                            "Grandchild",
                            new Visibility.Inherited(),
                            when));
            assertThat(pages(store, Sample.OTHER))
                    .isEqualTo(Sample.world().pages().subList(0, 3));
        }
    }

    private static List<Page> pages(Store store, WorkspaceId workspace) {
        return store.world().pages().stream()
                .filter(page -> page.workspace().equals(workspace))
                .toList();
    }

    private static Bot bot(Store store, AuthorizationId id) {
        return store.authorizations().find(id).orElseThrow().bot().orElseThrow();
    }
}
