package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.PageId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.AuthorizationCode;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.Redeem;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A consent request is kept until it is answered, and answered once. */
interface ConsentTransactionContract extends OpensStores {
    RandomGenerator RANDOM = new SecureRandom();
    SecretHash SESSION = SecretHash.of("session");

    private static ConsentTransaction transaction(String name, Set<PageId> pages, Instant startedAt) {
        return new ConsentTransaction(
                SecretHash.of(name),
                SESSION,
                Sample.ADA,
                "state=" + "é".repeat(5000),
                Sample.HOME,
                pages,
                false,
                startedAt);
    }

    /** A consent request is begun. */
    private static ConsentTransaction asked(Store store, String name) {
        ConsentTransaction transaction = transaction(name, Set.of(Sample.TOP), START);
        store.consentTransactions().begin(transaction, 20);
        return transaction;
    }

    private static Endpoints.Allowed consent() {
        return new Endpoints.Allowed(
                Authorization.pending(
                        AuthorizationId.random(START, RANDOM),
                        Sample.ADAS,
                        START,
                        Sample.sharing(Sample.TOP),
                        START.plus(Duration.ofMinutes(10))),
                AuthorizationCode.random(RANDOM));
    }

    private static boolean allow(Store store, ConsentTransaction transaction, Endpoints.Allowed allowed) {
        return store.consentTransactions()
                .allow(transaction.id(), allowed.row(), allowed.code().hash());
    }

    @Test
    default void aTransactionComesBackAsItWentInAndWithWhatWasChosenSince() {
        try (Store store = open()) {
            ConsentTransaction one = asked(store, "one");
            assertThat(store.consentTransactions().find(one.id())).contains(one);
            assertThat(store.consentTransactions().find(SecretHash.of("other"))).isEmpty();

            store.consentTransactions().choose(one.id(), Sample.OTHER, Set.of(Sample.CHILD, Sample.TEMPLATE));

            ConsentTransaction chosen =
                    store.consentTransactions().find(one.id()).orElseThrow();
            assertThat(chosen.workspace()).isEqualTo(Sample.OTHER);
            assertThat(chosen.pages()).containsExactlyInAnyOrder(Sample.CHILD, Sample.TEMPLATE);
            assertThat(chosen.query()).isEqualTo(one.query());
        }
    }

    /** B7: whoever answers second gets no code, and the first code stays good. */
    @Test
    default void onlyTheFirstAnswerCounts() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            ConsentTransaction transaction = asked(store, "one");
            Endpoints.Allowed first = consent();
            Endpoints.Allowed second = consent();

            assertThat(allow(store, transaction, first)).isTrue();
            assertThat(allow(store, transaction, second)).isFalse();
            assertThat(store.consentTransactions().deny(transaction.id())).isFalse();
            store.consentTransactions().choose(transaction.id(), Sample.OTHER, Set.of());

            assertThat(store.consentTransactions().find(transaction.id())).hasValueSatisfying(kept -> {
                assertThat(kept.answered()).isTrue();
                assertThat(kept.workspace()).isEqualTo(Sample.HOME);
            });
            assertThat(endpoints.redeem(second, START)).isInstanceOf(Redeem.UnknownCode.class);
            assertThat(endpoints.redeem(first, START)).isInstanceOf(Redeem.Redeemed.class);
        }
    }

    @Test
    default void whatWasDeniedIsNotAllowedAfterwards() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            ConsentTransaction transaction = asked(store, "one");
            Endpoints.Allowed late = consent();

            assertThat(store.consentTransactions().deny(transaction.id())).isTrue();
            assertThat(allow(store, transaction, late)).isFalse();
            assertThat(endpoints.redeem(late, START)).isInstanceOf(Redeem.UnknownCode.class);

            ConsentTransaction never = transaction("never begun", Set.of(), START);
            assertThat(allow(store, never, consent())).isFalse();
            assertThat(store.consentTransactions().deny(never.id())).isFalse();
        }
    }

    /** B7, at once. */
    @Test
    default void ofManyAnswersAtOnceOneCounts() throws Exception {
        try (Store store = open();
                Crowd crowd = new Crowd()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int i = 0; i < 20; i++) {
                ConsentTransaction transaction = asked(store, "run " + i);
                List<Endpoints.Allowed> codes = List.of(consent(), consent(), consent(), consent());
                List<Callable<Boolean>> answers = codes.stream()
                        .map(code -> (Callable<Boolean>) () -> allow(store, transaction, code))
                        .toList();

                assertThat(crowd.atOnce(answers)).containsOnlyOnce(true);
                assertThat(codes)
                        .filteredOn(code -> endpoints.redeem(code, START) instanceof Redeem.Redeemed)
                        .hasSize(1);
            }
        }
    }

    @Test
    default void theOldestOfASessionMakeRoom() {
        try (Store store = open()) {
            for (int i = 0; i < 5; i++) {
                store.consentTransactions().begin(transaction("n" + i, Set.of(), START.plusSeconds(i)), 3);
            }
            assertThat(store.consentTransactions().find(SecretHash.of("n1"))).isEmpty();
            for (int i = 2; i < 5; i++) {
                assertThat(store.consentTransactions().find(SecretHash.of("n" + i)))
                        .isPresent();
            }
        }
    }

    @Test
    default void oldOnesAreSweptInBatches() {
        try (Store store = open()) {
            for (int i = 0; i < 5; i++) {
                store.consentTransactions().begin(transaction("n" + i, Set.of(), START.plusSeconds(i)), 20);
            }
            Instant before = START.plusSeconds(3);

            assertThat(store.consentTransactions().sweep(before, 2)).isEqualTo(2);
            assertThat(store.consentTransactions().sweep(before, 2)).isEqualTo(1);
            assertThat(store.consentTransactions().sweep(before, 2)).isZero();
            assertThat(store.consentTransactions().find(SecretHash.of("n3"))).isPresent();
        }
    }
}
