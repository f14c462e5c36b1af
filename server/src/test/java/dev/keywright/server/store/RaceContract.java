package dev.keywright.server.store;

import static dev.keywright.server.store.Crowd.ROUNDS;
import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.Active;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.EndReason;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.authorization.Redeem;
import dev.keywright.server.authorization.Refresh;
import dev.keywright.server.authorization.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many at once on one authorization. */
interface RaceContract extends OpensStores {
    int CROWD = 64;

    /**
     * D2, I2. Exactly one is issued a pair. The others present a used code, and RFC 6749 §4.1.2 does not ask how long ago it
     * was used: the first of them ends the authorization, so the winner's pair is dead as soon as any loser is answered.
     * That is so at every interleaving, and a client that sends its code once never meets it.
     */
    @Test
    default void ofManyWhoExchangeOneCodeOneIsIssuedAPairAndTheOthersEndIt() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int round = 0; round < ROUNDS; round++) {
                var allowed = endpoints.consent(Sample.adasIn(round), Sample.sharing(), START);

                List<Redeem.Outcome> outcomes = crowd.atOnce(CROWD, () -> endpoints.redeem(allowed, START));

                assertThat(outcomes)
                        .filteredOn(Redeem.Redeemed.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Redeem.CodeAlreadyUsed.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Redeem.EndedBefore.class::isInstance)
                        .hasSize(CROWD - 2);
                assertThat(state(store, allowed.row().id())).isEqualTo(new Ended(EndReason.CODE_REPLAYED, START));
            }
        }
    }

    /** E2: a lost answer can be asked for again, by as many as like. */
    @Test
    default void manyWhoRefreshWithOneTokenWithinTheGraceGetTheSamePair() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            var granted = endpoints.grant(Sample.ADAS, START);
            for (int round = 0; round < ROUNDS; round++) {
                var before = granted;

                List<Refresh.Outcome> outcomes = crowd.atOnce(CROWD, () -> endpoints.refresh(before, START));

                var answers = new HashSet<Optional<Endpoints.Granted>>();
                outcomes.forEach(outcome -> answers.add(endpoints.answer(outcome)));
                assertThat(answers).hasSize(1);
                assertThat(outcomes)
                        .filteredOn(outcome -> !((Refresh.Refreshed) outcome).repeated())
                        .hasSize(1);
                granted = answers.iterator().next().orElseThrow();
                assertThat(state(store, granted.id()))
                        .isInstanceOfSatisfying(
                                Active.class,
                                active -> assertThat(active.generation())
                                        .isEqualTo(((Refresh.Refreshed) outcomes.getFirst())
                                                .state()
                                                .generation()));
            }
        }
    }

    /** E2, I1: without a grace the second who presents a token is taken for a thief, and there is never a second chain. */
    @Test
    default void ofManyWhoRefreshWithOneTokenWithoutAGraceOneWinsAndTheOthersEndIt() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints.over(store);
            Endpoints endpoints = new Endpoints(store, Endpoints.grace(Duration.ZERO));
            for (int round = 0; round < ROUNDS; round++) {
                var granted = endpoints.grant(Sample.adasIn(round), START);

                List<Refresh.Outcome> outcomes = crowd.atOnce(CROWD, () -> endpoints.refresh(granted, START));

                assertThat(outcomes)
                        .filteredOn(Refresh.Refreshed.class::isInstance)
                        .hasSize(1);
                assertThat(outcomes)
                        .filteredOn(Refresh.Replayed.class::isInstance)
                        .hasSize(1);
                assertThat(state(store, granted.id())).isEqualTo(new Ended(EndReason.REFRESH_TOKEN_REPLAYED, START));
            }
        }
    }

    /** E5, I3: from the moment a revocation is answered nothing of the authorization is live, whoever refreshes meanwhile. */
    @Test
    default void afterARevocationNothingIsLiveWhateverRefreshesRanBesideIt() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int round = 0; round < ROUNDS; round++) {
                var granted = endpoints.grant(Sample.adasIn(round), START);
                Callable<List<Endpoints.Granted>> revoke = () -> {
                    endpoints.revoke(granted, START);
                    assertThat(endpoints.honours(granted, START)).isFalse();
                    assertThat(state(store, granted.id())).isEqualTo(new Ended(EndReason.REVOKED, START));
                    return List.of();
                };
                Callable<List<Endpoints.Granted>> refresh = () -> refreshUntilRefused(endpoints, granted);

                List<List<Endpoints.Granted>> issued = crowd.atOnce(List.of(refresh, revoke));

                assertThat(state(store, granted.id())).isEqualTo(new Ended(EndReason.REVOKED, START));
                issued.stream().flatMap(List::stream).forEach(pair -> {
                    assertThat(endpoints.honours(pair, START)).isFalse();
                    assertThat(endpoints.answer(endpoints.refresh(pair, START))).isEmpty();
                });
            }
        }
    }

    private static List<Endpoints.Granted> refreshUntilRefused(Endpoints endpoints, Endpoints.Granted first) {
        List<Endpoints.Granted> pairs = new ArrayList<>();
        Optional<Endpoints.Granted> pair = Optional.of(first);
        while (pair.isPresent()) {
            pairs.add(pair.get());
            pair = endpoints.answer(endpoints.refresh(pair.get(), START));
        }
        return pairs;
    }

    private static State state(Store store, AuthorizationId id) {
        return store.authorizations().find(id).orElseThrow().authorization().state();
    }
}
