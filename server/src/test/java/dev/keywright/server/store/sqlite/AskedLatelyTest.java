package dev.keywright.server.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedLatelyTest {
    private static final int MOST = 10_000;

    private final AskedLately asked = new AskedLately(MOST);

    @Test
    void whatIsAskedForASecondTimeIsKnown() {
        askForOthers(MOST - 1);
        asked.again("one");

        assertThat(asked.again("one")).isTrue();
    }

    @Test
    void fewAreTakenForAskedBeforeThatWereNot() {
        assertThat(askForOthers(MOST)).isLessThan(MOST / 8);
    }

    @Test
    void whatWasAskedForBeforeManyOthersIsForgotten() {
        asked.again("one");
        askForOthers(2 * MOST);

        assertThat(asked.again("one")).isFalse();
    }

    @Test
    void whoHasRoomForNothingRemembersNothingForLong() {
        AskedLately none = new AskedLately(0);

        none.again("one");

        assertThat(none.again("one")).isFalse();
    }

    /** How many of them are taken for asked before. */
    private long askForOthers(int count) {
        return IntStream.range(0, count).filter(asked::again).count();
    }
}
