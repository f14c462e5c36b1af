package dev.keywright.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keywright.bench.peer.Contestant.Standing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeersTableTest {
    private static final Measurement FLOOR = measured("floor", Standing.FLOOR, 300, 60, 50_000, 5);
    private static final Measurement KEYWRIGHT = measured("keywright", Standing.KEYWRIGHT, 550, 120, 18_000, 10);

    @Test
    void keywrightIsJudgedByItsStartAboveTheFloorAndByItsMemory() {
        assertThat(row("keywright", FLOOR, KEYWRIGHT))
                .contains("0.25 s", "≤ 0.25 s, met")
                .contains("120 MB", "≤ 120 MB, met");
    }

    @Test
    void startAndMemoryBeyondTheirTargetsAreMissed() {
        Measurement late = measured("keywright", Standing.KEYWRIGHT, 551, 121, 18_000, 10);
        assertThat(row("keywright", FLOOR, late)).contains("≤ 0.25 s, missed", "≤ 120 MB, missed");
    }

    @Test
    void eighteenTimesThePeerThatSyncsIsEnough() {
        Measurement peer = measured("peer", Standing.SYNCED_PEER, 3000, 300, 1000, 20);
        assertThat(row("peer", FLOOR, KEYWRIGHT, peer)).contains("18.0 ×", "≥ 18 ×, met");
    }

    @Test
    void ratioJustBelowItsTargetIsMissedAndLooksIt() {
        Measurement peer = measured("peer", Standing.SYNCED_PEER, 3000, 300, 1001, 20);
        assertThat(row("peer", FLOOR, KEYWRIGHT, peer)).contains("17.9 ×", "≥ 18 ×, missed");
    }

    @Test
    void twiceThePeerInMemoryIsEnough() {
        Measurement peer = measured("peer", Standing.PEER_IN_MEMORY, 3000, 300, 9000, 20);
        assertThat(row("peer", FLOOR, KEYWRIGHT, peer)).contains("2.0 ×", "≥ 2 ×, met");
    }

    @Test
    void peersLatencyMustBeAboveKeywrights() {
        Measurement slower = measured("slower", Standing.SYNCED_PEER, 3000, 300, 1000, 11);
        Measurement asFast = measured("as fast", Standing.PEER_IN_MEMORY, 3000, 300, 1000, 10);
        assertThat(row("slower", FLOOR, KEYWRIGHT, slower, asFast)).contains("> Keywright's, met");
        assertThat(row("as fast", FLOOR, KEYWRIGHT, slower, asFast)).contains("> Keywright's, missed");
    }

    @Test
    void onlyTheBestPeerOfEachStandingIsJudged() {
        Measurement best = measured("best", Standing.SYNCED_PEER, 3000, 300, 1000, 20);
        Measurement other = measured("other", Standing.SYNCED_PEER, 3000, 300, 500, 20);
        assertThat(row("best", FLOOR, KEYWRIGHT, other, best)).contains("18.0 ×", "≥ 18 ×");
        assertThat(row("other", FLOOR, KEYWRIGHT, other, best))
                .contains("36.0 ×")
                .doesNotContain("≥", ">");
    }

    @Test
    void peerOnAStoreMadeForTheComparisonIsShownAndNotJudged() {
        Measurement plain = measured("plain", Standing.SYNCED_PEER, 3000, 300, 1000, 20);
        Measurement tuned = measured("tuned", Standing.TUNED_PEER, 3000, 300, 2000, 20);
        assertThat(row("tuned", FLOOR, KEYWRIGHT, plain, tuned))
                .contains("9.0 ×")
                .doesNotContain("≥", ">");
        assertThat(row("plain", FLOOR, KEYWRIGHT, plain, tuned)).contains("18.0 ×", "≥ 18 ×");
    }

    @Test
    void tableWithoutKeywrightIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeersTable(List.of(FLOOR)))
                .withMessageContaining("KEYWRIGHT");
    }

    private static String row(String name, Measurement... measurements) {
        String table =
                new PeersTable(Arrays.asList(measurements)).titled("Peers").markdown();
        return Stream.of(table.split("\n", -1))
                .filter(line -> line.startsWith("| " + name + " "))
                .findFirst()
                .orElseThrow();
    }

    private static Measurement measured(
            String name, Standing standing, int readyMillis, int megabytes, int refreshes, int p99Millis) {
        return new Measurement(
                new Contestant(name, "", standing),
                Duration.ofMillis(readyMillis),
                megabytes * 1_000_000L,
                new Best(64, refreshes, Duration.ofMillis(p99Millis)),
                new Best(64, refreshes, Duration.ofMillis(p99Millis)),
                0);
    }
}
