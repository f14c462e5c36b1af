package dev.keywright.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestTest {
    private static final Best AT_1 = new Best(1, 900, Duration.ofMillis(1));
    private static final Best AT_16 = new Best(16, 1500, Duration.ofMillis(20));
    private static final Best AT_64 = new Best(64, 1400, Duration.ofMillis(9));

    @Test
    void mostAnswersASecondAreBestWhateverTheirLatency() {
        assertThat(Best.of(List.of(AT_1, AT_16, AT_64))).isEqualTo(AT_16);
    }

    @Test
    void fewerConnectionsAreBestOfEquals() {
        Best asGood = new Best(64, 1500, Duration.ofMillis(1));
        assertThat(Best.of(List.of(AT_16, asGood))).isEqualTo(AT_16);
    }

    @Test
    void nothingMeasuredHasNoBest() {
        assertThatIllegalArgumentException().isThrownBy(() -> Best.of(List.of()));
    }
}
