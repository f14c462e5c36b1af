package dev.keywright.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void figuresHaveNoMoreDigitsThanTheyDeserve() {
        assertThat(Shown.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Shown.rounded(45_678.9)).isEqualTo("45,679");
        assertThat(Shown.millis(Duration.ofNanos(1_234_567))).isEqualTo("1.23 ms");
        assertThat(Shown.seconds(Duration.ofMillis(368))).isEqualTo("0.37 s");
        assertThat(Shown.megabytes(88_400_000)).isEqualTo("88 MB");
    }

    @Test
    void smallDifferencesHaveTheirTenth() {
        assertThat(Shown.finePercent(0.38449)).isEqualTo("38.4 %");
    }

    @Test
    void ratioJustUnderItsTargetDoesNotLookMet() {
        assertThat(Shown.percent(0.6999)).isEqualTo("69 %");
        assertThat(Shown.times(17.99)).isEqualTo("17.9 ×");
    }
}
