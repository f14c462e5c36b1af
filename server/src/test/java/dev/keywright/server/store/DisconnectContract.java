package dev.keywright.server.store;

import static dev.keywright.server.store.Crowd.ROUNDS;
import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.authorization.Redeem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a person does to all authorizations of one installation at once. */
interface DisconnectContract extends OpensStores {
    /** G16. */
    @Test
    default void disconnectingEndsLivePendingAndNothingElse() {
        Instant later = START.plusSeconds(1);
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var live = endpoints.grant(Sample.ADAS, START);
            var pending = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
            var revoked = endpoints.grant(Sample.ADAS, START);
            endpoints.revoke(revoked, START);
            var bobs = endpoints.grant(new Installation(Sample.APP, Sample.HOME, Sample.BOB), START);

            List<Authorization> ended = store.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, later);

            assertThat(ended)
                    .extracting(Authorization::id)
                    .containsExactlyInAnyOrder(live.id(), pending.row().id());
            assertThat(ended).extracting(Authorization::state).containsOnly(new Ended(EndReason.DISCONNECTED, later));
            assertThat(endpoints.honours(live, later)).isFalse();
            assertThat(endpoints.answer(endpoints.refresh(live, later))).isEmpty();
            assertThat(endpoints.redeem(pending, later)).isInstanceOf(Redeem.EndedBefore.class);
            assertThat(store.authorizations()
                            .find(revoked.id())
                            .orElseThrow()
                            .authorization()
                            .state())
                    .isEqualTo(new Ended(EndReason.REVOKED, START));
            assertThat(endpoints.honours(bobs, later)).isTrue();
            assertThat(store.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, later))
                    .isEmpty();
        }
    }

    @Test
    default void whoConnectsAgainHasTheSameBotAndOnlyWhatWasSharedNow() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var before = endpoints.grant(Sample.ADAS, START);
            store.authorizations().endAll(Sample.ADAS.bot(), EndReason.DISCONNECTED, START);

            var again = endpoints.granted(
                    endpoints.redeem(endpoints.consent(Sample.ADAS, Sample.sharing(Sample.CHILD), START), START));

            var bot =
                    store.authorizations().find(again.id()).orElseThrow().bot().orElseThrow();
            assertThat(bot.id()).isEqualTo(Sample.ADAS.bot());
            assertThat(bot.pages()).containsExactly(Sample.CHILD);
            assertThat(endpoints.honours(before, START)).isFalse();
        }
    }

    /** G16, I3: an exchange is before the disconnection or after it, and dead either way. */
    @Test
    default void exchangesBesideADisconnectionLeaveNothingLive() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int round = 0; round < ROUNDS / 4; round++) {
                Installation of = Sample.adasIn(round);
                List<Endpoints.Allowed> pending = new ArrayList<>();
                List<Callable<Boolean>> tasks = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    var allowed = endpoints.consent(of, Sample.sharing(), START);
                    pending.add(allowed);
                    tasks.add(() -> endpoints.redeem(allowed, START) instanceof Redeem.Redeemed);
                }
                tasks.add(4, () -> {
                    store.authorizations().endAll(of.bot(), EndReason.DISCONNECTED, START);
                    for (var allowed : pending) {
                        assertThat(endpoints.redeem(allowed, START)).isInstanceOf(Redeem.EndedBefore.class);
                    }
                    return true;
                });

                crowd.atOnce(tasks);

                for (var allowed : pending) {
                    var grant = store.authorizations().find(allowed.row().id()).orElseThrow();
                    assertThat(grant.authorization().state()).isEqualTo(new Ended(EndReason.DISCONNECTED, START));
                    assertThat(grant.bot()).isEmpty();
                }
            }
        }
    }

    /** G16: there is one bot, both authorizations are live, and the pages are those of one consent, never of both. */
    @Test
    default void twoExchangesOfOneInstallationAtOnceMakeOneBot() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int round = 0; round < ROUNDS / 4; round++) {
                Installation of = Sample.adasIn(round);
                var one = endpoints.consent(of, Sample.sharing(Sample.TOP), START);
                var other = endpoints.consent(of, Sample.sharing(Sample.CHILD), START);
                Callable<Endpoints.Granted> redeemOne = () -> endpoints.granted(endpoints.redeem(one, START));
                Callable<Endpoints.Granted> redeemOther = () -> endpoints.granted(endpoints.redeem(other, START));

                List<Endpoints.Granted> both = crowd.atOnce(List.of(redeemOne, redeemOther));

                assertThat(both).allMatch(granted -> endpoints.honours(granted, START));
                Set<PageId> pages = pages(store, both.getFirst());
                assertThat(pages).hasSize(1).isSubsetOf(Sample.TOP, Sample.CHILD);
                assertThat(pages(store, both.getLast())).isEqualTo(pages);
                store.authorizations().endAll(of.bot(), EndReason.DISCONNECTED, START);
            }
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
}
