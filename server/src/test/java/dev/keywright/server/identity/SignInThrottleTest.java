package dev.keywright.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.http.PeerAddress;
import dev.keywright.server.identity.SignInThrottle.From;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.sqlite.Durability;
import dev.keywright.server.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to wait after passwords were guessed, and who has not. */
class SignInThrottleTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final From ATTACKER = new From.Address("192.0.2.66");
    private static final From ELSEWHERE = new From.Address("192.0.2.7");
    private static final From OWN_BROWSER = new From.KnownDevice("d");
    private static final String ADA = "ada@example.com";

    @TempDir
    private Path folder;

    private Store store;
    private SignInThrottle throttle;

    @BeforeEach
    void openStore() {
        store = SqliteStore.open(folder, Durability.NOT_SYNCED, 1, new SecureRandom());
        throttle = new SignInThrottle(store.signInFailures());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private void fail(From from, String account, int times, Instant now) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin(from, account, now)).as("attempt " + i).isEmpty();
        }
    }

    @Test
    void afterFiveFailuresEachTakesTwiceAsLongAsTheOneBeforeAndAMinuteAtMost() {
        Instant now = START;
        fail(ATTACKER, ADA, 5, now);

        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(throttle.begin(ATTACKER, ADA, now)).contains(Duration.ofSeconds(seconds));
            now = now.plusSeconds(seconds);
            assertThat(throttle.begin(ATTACKER, ADA, now)).isEmpty();
        }
    }

    @Test
    void theOwnerGetsInFromElsewhereAndFromAKnownBrowser() {
        fail(ATTACKER, ADA, 5, START);

        assertThat(throttle.begin(ATTACKER, ADA, START)).isPresent();
        assertThat(throttle.begin(ELSEWHERE, ADA, START)).isEmpty();
        assertThat(throttle.begin(OWN_BROWSER, ADA, START)).isEmpty();
    }

    @Test
    void whoeverTriesOneAccountAfterTheOtherHasToWaitToo() {
        for (int i = 0; i < 30; i++) {
            fail(ATTACKER, "person" + i, 1, START);
        }

        assertThat(throttle.begin(ATTACKER, "one more", START)).isPresent();
        assertThat(throttle.begin(ELSEWHERE, "one more", START)).isEmpty();
    }

    @Test
    void aSuccessForgetsTheFailuresOfThatAccountAndAnHourAll() {
        fail(ATTACKER, ADA, 4, START);
        fail(ATTACKER, ADA, 1, START);
        throttle.takeBack(ATTACKER, ADA, START, true);

        fail(ATTACKER, ADA, 5, START);
        assertThat(throttle.begin(ATTACKER, ADA, START)).isPresent();
        assertThat(throttle.begin(ATTACKER, ADA, START.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void anAttemptThatWasNotMadeIsNotCounted() {
        for (int i = 0; i < 20; i++) {
            fail(ATTACKER, ADA, 1, START);
            throttle.takeBack(ATTACKER, ADA, START, false);
        }

        assertThat(throttle.begin(ATTACKER, ADA, START)).isEmpty();
    }

    @Test
    void anAddressOfIpv6IsOneOfItsNetwork() {
        assertThat(PeerAddress.network("2001:db8:1:2:3:4:5:6")).isEqualTo(PeerAddress.network("2001:db8:1:2:ffff::1"));
        assertThat(PeerAddress.network("2001:db8:1:2::1")).isNotEqualTo(PeerAddress.network("2001:db8:1:3::1"));
        assertThat(PeerAddress.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
