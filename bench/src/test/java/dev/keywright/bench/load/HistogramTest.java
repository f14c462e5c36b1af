package dev.keywright.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {
    @Test
    void nothingRecordedTakesNoTime() {
        assertThat(new Histogram().percentile(0.99)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 129, 255, 256, 999, 65_535, 65_536, 1_000_000, 123_456_789, 60_000_000_000L})
    void oneTimeComesBackWithinItsBucket(long nanos) {
        Histogram histogram = new Histogram();
        histogram.record(nanos);
        assertThat(histogram.percentile(1).toNanos()).isBetween(nanos, nanos + nanos / 128 + 1);
    }

    @Test
    void percentilesAgreeWithSortedTimesWithinABucket() {
        SplittableRandom random = new SplittableRandom(7);
        long[] times = random.longs(100_000, 1_000, 50_000_000).toArray();
        Histogram histogram = new Histogram();
        for (long time : times) {
            histogram.record(time);
        }
        Arrays.sort(times);
        for (double share : new double[] {0.001, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = times[(int) Math.ceil(share * times.length) - 1];
            assertThat(histogram.percentile(share).toNanos()).isBetween(exact, exact + exact / 128 + 1);
        }
    }

    @Test
    void timesAboveAMinuteCountAsAMinute() {
        Histogram histogram = new Histogram();
        histogram.record(Duration.ofHours(1).toNanos());
        assertThat(histogram.percentile(1)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
    }

    @Test
    void aClockThatWentBackCountsAsNoTime() {
        Histogram histogram = new Histogram();
        histogram.record(-1);
        assertThat(histogram.percentile(1)).isZero();
        assertThat(histogram.count()).isOne();
    }

    @Test
    void addingTakesOverAllTimes() {
        Histogram one = new Histogram();
        Histogram other = new Histogram();
        one.record(100);
        other.record(10);
        other.record(20);
        one.add(other);
        assertThat(one.count()).isEqualTo(3);
        assertThat(one.percentile(0.5).toNanos()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void onlySharesHaveAPercentile(double share) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram().percentile(share));
    }
}
