package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ExternalAccount;
import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Consent;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Pending;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An authorization comes back as it went in, in each state of its life, from memory and from the disk alike. */
interface AuthorizationContract extends OpensStores {
    @Test
    default void aPendingAuthorizationComesBackWithItsConsent() {
        List<Authorization> rows = new ArrayList<>();
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (Consent consent : List.of(Sample.full(), Sample.sharing())) {
                Authorization row =
                        endpoints.consent(Sample.ADAS, consent, START).row();
                rows.add(row);
                assertFound(store, row);
            }
        }
        assertFoundByAnother(rows);
    }

    @Test
    default void aRedeemedAuthorizationComesBackWithAndWithoutAnExternalAccount() {
        List<Authorization> rows = new ArrayList<>();
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (var account :
                    List.of(Optional.<ExternalAccount>empty(), Optional.of(new ExternalAccount("key", "Näme 🚲")))) {
                var allowed = endpoints.consent(Sample.ADAS, Sample.full(), START);
                var redeemed = (Redeem.Redeemed) endpoints.redeem(
                        allowed,
                        Optional.of(Sample.REDIRECT_URI),
                        Optional.of(Sample.VERIFIER),
                        account,
                        START.plusMillis(1));

                assertThat(redeemed.row().externalAccount()).isEqualTo(account);
                assertThat(redeemed.row().state()).isInstanceOfSatisfying(Active.class, active -> {
                    assertThat(active.generation()).isEqualTo(1);
                    assertThat(active.previous()).isEmpty();
                });
                rows.add(redeemed.row());
                assertFound(store, redeemed.row());
                assertThat(store.authorizations()
                                .find(redeemed.row().id())
                                .orElseThrow()
                                .bot())
                        .contains(redeemed.bot());
            }
        }
        assertFoundByAnother(rows);
    }

    @Test
    default void eachGenerationComesBackWithTheOneBefore() {
        List<Authorization> rows = new ArrayList<>();
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            for (int generation = 2; generation < 5; generation++) {
                granted = endpoints.refreshed(granted, START.plusMillis(generation));
                Authorization row =
                        store.authorizations().find(granted.id()).orElseThrow().authorization();
                Active active = (Active) row.state();
                assertThat(active.generation()).isEqualTo(generation);
                assertThat(active.current().since()).isEqualTo(START.plusMillis(generation));
                assertThat(active.previous().orElseThrow().since())
                        .isEqualTo(generation == 2 ? START : START.plusMillis(generation - 1));
                rows = List.of(row);
            }
        }
        assertFoundByAnother(rows);
    }

    @Test
    default void aDecisionComesWithTheRowAsItLeftItAndWhatThatNames() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);

            NamedOutcome<Refresh.Outcome> decided = endpoints.namedRefresh(granted, START.plusMillis(1));

            NamedGrant named = decided.named().get().orElseThrow();
            assertThat(((Refresh.Refreshed) decided.outcome()).row())
                    .isEqualTo(named.grant().authorization());
            assertThat(Optional.of(named)).isEqualTo(store.sight(granted.id()).named());
            assertThat(named.workspace().orElseThrow().id()).isEqualTo(Sample.ADAS.workspace());
        }
    }

    @Test
    default void aDecisionThatEndsARowLeavesNobodyToActAs() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);

            var decided = store.sight(granted.id()).decide(Decisions.ending(EndReason.REVOKED, START.plusMillis(1)));

            Grant left = decided.named().get().orElseThrow().grant();
            assertThat(left.authorization()).isEqualTo(decided.outcome());
            assertThat(left.bot()).isEmpty();
        }
    }

    @Test
    default void whatAnotherDidSinceTheRowWasSeenIsDecidedOnAndNotWrittenOver() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            Sighting beforeTheRefresh = endpoints.sighted(granted);
            Sighting beforeTheEnd = endpoints.sighted(granted);

            var pair = endpoints.refreshed(granted, START);
            var again = endpoints.refresh(granted, beforeTheRefresh, START).outcome();
            endpoints.revoke(pair, START);
            var late = endpoints.refresh(granted, beforeTheEnd, START).outcome();

            assertThat(endpoints.answer(again)).contains(pair);
            assertThat(((Refresh.Refreshed) again).repeated()).isTrue();
            assertThat(late).isInstanceOf(Refresh.NotHonoured.class);
            assertThat(store.authorizations()
                            .find(granted.id())
                            .orElseThrow()
                            .authorization()
                            .state())
                    .isEqualTo(new Ended(EndReason.REVOKED, START));
        }
    }

    @Test
    default void aDecisionOnNothingNamesNothing() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            store.replace(Sample.world());

            NamedOutcome<Refresh.Outcome> decided = endpoints.namedRefresh(granted, START.plusMillis(1));

            assertThat(decided.outcome()).isEqualTo(new Refresh.UnknownAuthorization());
            assertThat(decided.named().get()).isEmpty();
        }
    }

    @Test
    default void anEndedAuthorizationComesBackWithItsReason() {
        List<Authorization> rows = new ArrayList<>();
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (EndReason why : EndReason.values()) {
                AuthorizationId active = endpoints.grant(Sample.ADAS, START).id();
                AuthorizationId pending = endpoints
                        .consent(Sample.ADAS, Sample.full(), START)
                        .row()
                        .id();
                for (AuthorizationId id : List.of(active, pending)) {
                    Authorization over = store.authorizations().apply(id, Decisions.ending(why, START.plusSeconds(1)));
                    assertThat(over.state()).isEqualTo(new Ended(why, START.plusSeconds(1)));
                    rows.add(over);
                    assertFound(store, over);
                }
            }
        }
        assertFoundByAnother(rows);
    }

    @Test
    default void whatIsNotActiveActsAsNobodyWhetherItIsInMemoryOrNot() {
        AuthorizationId pending;
        AuthorizationId ended;
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var kept = endpoints.grant(Sample.ADAS, START);
            ended = endpoints.grant(Sample.ADAS, START).id();
            store.authorizations().apply(ended, Decisions.ending(EndReason.REVOKED, START));
            pending = endpoints.consent(Sample.ADAS, Sample.full(), START).row().id();
            assertThat(store.authorizations().find(kept.id()).orElseThrow().bot())
                    .isPresent();
            assertThat(store.authorizations().find(ended).orElseThrow().bot()).isEmpty();
            assertThat(store.authorizations().find(pending).orElseThrow().bot()).isEmpty();
        }
        try (Store store = open()) {
            assertThat(store.authorizations().find(ended).orElseThrow().bot()).isEmpty();
            assertThat(store.authorizations().find(pending).orElseThrow().bot()).isEmpty();
        }
    }

    @Test
    default void whatWasNeverBegunIsUnknown() {
        AuthorizationId nothing = AuthorizationId.random(START, new SplittableRandom(1));
        AuthorizationCode code = AuthorizationCode.random(new SplittableRandom(1));
        try (Store store = open()) {
            assertThat(store.authorizations().find(nothing)).isEmpty();
            assertThat(store.authorizations().apply(nothing, Decisions.unknownOr("known")))
                    .isEqualTo("unknown");
            assertThat(store.authorizations().apply(code.hash(), Decisions.unknownOr("known")))
                    .isEqualTo("unknown");
            assertThat(store.authorizations().endAll(new BotId(Sample.ADA.value()), EndReason.DISCONNECTED, START))
                    .isEmpty();
        }
    }

    @Test
    default void aCodeAndAnIdNameTheSameRow() {
        try (Store store = open()) {
            var allowed = Endpoints.over(store).consent(Sample.ADAS, Sample.full(), START);

            assertThat(store.authorizations().apply(allowed.code().hash(), Decisions.reading()))
                    .isEqualTo(allowed.row());
            assertThat(store.authorizations().apply(allowed.row().id(), Decisions.reading()))
                    .isEqualTo(allowed.row());
        }
    }

    /** "Nothing is issued, nothing is burned" (D2, D3): a refusal leaves row and code as they were. */
    @Test
    default void aRefusedExchangeLeavesTheCodeGood() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var allowed = endpoints.consent(Sample.ADAS, Sample.full(), START);
            Optional<String> uri = Optional.of(Sample.REDIRECT_URI);

            assertThat(endpoints.redeem(allowed, uri, Optional.of("wrong"), Optional.empty(), START))
                    .isInstanceOf(Redeem.PkceFailed.class);

            assertFound(store, allowed.row());
            assertThat(allowed.row().state()).isInstanceOf(Pending.class);
            assertThat(endpoints.redeem(allowed, uri, Optional.of(Sample.VERIFIER), Optional.empty(), START))
                    .isInstanceOf(Redeem.Redeemed.class);
        }
    }

    @Test
    default void aDecisionThatThrowsChangesNothing() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            Optional<Grant> before = store.authorizations().find(granted.id());

            assertThatThrownBy(() -> store.authorizations().apply(granted.id(), Decisions.of(row -> {
                        throw new IllegalStateException("a defect");
                    })))
                    .hasRootCauseMessage("a defect");

            assertThat(store.authorizations().find(granted.id())).isEqualTo(before);
            assertThat(endpoints.refreshed(granted, START.plus(Duration.ofHours(1))))
                    .isNotEqualTo(granted);
        }
    }

    private static void assertFound(Store store, Authorization row) {
        // Twice: the second time it may come from memory.
        for (int i = 0; i < 2; i++) {
            assertThat(store.authorizations().find(row.id()).orElseThrow().authorization())
                    .isEqualTo(row);
        }
    }

    private void assertFoundByAnother(List<Authorization> rows) {
        try (Store store = open()) {
            rows.forEach(row -> assertFound(store, row));
        }
    }
}
