package dev.keywright.server.store;

import static dev.keywright.server.store.Endpoints.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.Redeem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Sweeping deletes what no request can need again, from the very moment on, and nothing before. */
interface SweepContract extends OpensStores {
    Duration MOMENT = Duration.ofMillis(1);

    /** A day after the ten minutes of a code. */
    Instant CODES_END = START.plus(Duration.ofMinutes(10)).plus(Duration.ofDays(1));

    /** Thirty days after an end at {@code START}. */
    Instant ENDED_END = START.plus(Duration.ofDays(30));

    @Test
    default void aCodeThatWasNeverUsedGoesWithItsAuthorizationADayAfterItExpired() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var allowed = endpoints.consent(Sample.ADAS, Sample.full(), START);

            assertThat(store.authorizations().sweep(CODES_END.minus(MOMENT), 100))
                    .isZero();
            assertThat(endpoints.redeem(allowed, CODES_END)).isInstanceOf(Redeem.CodeExpired.class);

            assertThat(store.authorizations().sweep(CODES_END, 100)).isEqualTo(2);
            assertThat(endpoints.redeem(allowed, CODES_END)).isInstanceOf(Redeem.UnknownCode.class);
            assertThat(store.authorizations().sweep(CODES_END, 100)).isZero();
        }
        try (Store store = open()) {
            assertThat(store.authorizations().sweep(CODES_END.plus(Duration.ofDays(365)), 100))
                    .isZero();
        }
    }

    /** Until then a second use of it is known for what it is (D1). */
    @Test
    default void aUsedCodeGoesADayAfterItExpiredAndItsAuthorizationStays() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            var allowed = endpoints.consent(Sample.ADAS, Sample.sharing(), START);
            var granted = endpoints.granted(endpoints.redeem(allowed, START));

            assertThat(store.authorizations().sweep(CODES_END.minus(MOMENT), 100))
                    .isZero();
            assertThat(store.authorizations().sweep(CODES_END, 100)).isEqualTo(1);

            assertThat(endpoints.redeem(allowed, CODES_END)).isInstanceOf(Redeem.UnknownCode.class);
            assertThat(endpoints.honours(granted, CODES_END)).isTrue();
        }
    }

    @Test
    default void anEndedAuthorizationGoesThirtyDaysAfterItsEnd() {
        Endpoints.Granted ended;
        Endpoints.Granted live;
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            ended = endpoints.grant(Sample.ADAS, START);
            live = endpoints.grant(Sample.ADAS, START);
            endpoints.revoke(ended, START);
            assertThat(store.authorizations().sweep(CODES_END, 100)).isEqualTo(2);

            assertThat(store.authorizations().sweep(ENDED_END.minus(MOMENT), 100))
                    .isZero();
            assertThat(store.authorizations().sweep(ENDED_END, 100)).isEqualTo(1);

            assertThat(endpoints.honours(ended, ENDED_END)).isFalse();
            assertThat(endpoints.answer(endpoints.refresh(ended, ENDED_END))).isEmpty();
            assertThat(endpoints.honours(live, ENDED_END)).isTrue();
        }
        try (Store store = open()) {
            assertThat(store.authorizations().find(ended.id())).isEmpty();
            assertThat(store.authorizations().find(live.id())).isPresent();
        }
    }

    @Test
    default void oneSweepDeletesAtMostAsManyOfEachAsItIsTold() {
        try (Store store = open()) {
            Endpoints endpoints = Endpoints.over(store);
            for (int i = 0; i < 5; i++) {
                endpoints.consent(Sample.ADAS, Sample.sharing(), START);
            }

            assertThat(store.authorizations().sweep(CODES_END, 2)).isEqualTo(4);
            assertThat(store.authorizations().sweep(CODES_END, 2)).isEqualTo(4);
            assertThat(store.authorizations().sweep(CODES_END, 2)).isEqualTo(2);
            assertThat(store.authorizations().sweep(CODES_END, 2)).isZero();
        }
    }
}
