package dev.keywright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** So many in a minute of the clock, by key. */
class FixedWindowTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final FixedWindow window = new FixedWindow(2, this::count);

    private int count(String key, long minute) {
        return counts.merge(minute + " " + key, 1, Integer::sum);
    }

    @Test
    void asManyAsTheLimitGoThroughAndThenTheRestOfTheMinuteIsToBeWaited() {
        Instant late = START.plusMillis(59_001);

        assertThat(window.take("a", START)).isEmpty();
        assertThat(window.take("a", START)).isEmpty();
        assertThat(window.take("a", START)).contains(Duration.ofSeconds(60));
        assertThat(window.take("a", late)).contains(Duration.ofSeconds(1));
    }

    @Test
    void theNextMinuteBeginsAnew() {
        window.take("a", START);
        window.take("a", START);

        assertThat(window.exhausted("a", START.plusMillis(59_999))).isPresent();
        assertThat(window.exhausted("a", START.plusSeconds(60))).isEmpty();
    }

    @Test
    void eachKeyIsCountedForItself() {
        window.take("a", START);
        window.take("a", START);

        assertThat(window.take("b", START)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackBeginsAnewToo() {
        window.add("a", START);
        window.add("a", START);

        assertThat(window.exhausted("a", START.minusSeconds(60))).isEmpty();
        assertThat(window.exhausted("a", Instant.EPOCH.minusMillis(1))).isEmpty();
    }

    @Test
    void whatOthersCountCountsHereToo() {
        FixedWindow elsewhere = new FixedWindow(2, this::count);
        elsewhere.take("a", START);
        elsewhere.take("a", START);

        assertThat(window.take("a", START)).isPresent();
        assertThat(window.exhausted("a", START)).isPresent();
    }

    @Test
    void whatHasNoRoomLeftIsNotCountedOn() {
        for (int i = 0; i < 10; i++) {
            window.take("a", START);
        }

        assertThat(counts.values()).containsExactly(2);
    }

    @Test
    void whatWasCountedCanBeForgotten() {
        window.take("a", START);
        window.take("a", START);

        window.clear();

        assertThat(window.take("a", START)).isEmpty();
    }

    @Test
    void ofManyAtOnceNoMoreThanTheLimitGoThrough() throws InterruptedException {
        AtomicInteger through = new AtomicInteger();
        List<Thread> threads = IntStream.range(0, 64)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    if (window.take("a", START).isEmpty()) {
                        through.incrementAndGet();
                    }
                }))
                .toList();

        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(through).hasValue(2);
    }
}
