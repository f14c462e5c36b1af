package dev.keywright.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | PT7S",
                "0 | PT0S",
                "Wed, 25 Nov 2026 10:00:30 GMT | PT30S",
            })
    void itIsSecondsOrADateThatCountsFromTheAnswersOwn(String value, Duration wait) {
        assertThat(read(value)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "1.5", "99999999999999999999", "Wed, 25 Nov 2026 09:59:00 GMT"})
    void whatIsNeitherOrOverIsNone(String value) {
        assertThat(read(value)).isEmpty();
    }

    @Test
    void aDateInAnAnswerWithoutOneIsNone() {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Retry-After", List.of("Wed, 25 Nov 2026 10:00:30 GMT")), (name, value) -> true);

        assertThat(RetryAfter.read(headers)).isEmpty();
    }

    private static Optional<Duration> read(String value) {
        return RetryAfter.read(HttpHeaders.of(
                Map.of("Retry-After", List.of(value), "Date", List.of("Wed, 25 Nov 2026 10:00:00 GMT")),
                (name, same) -> true));
    }
}
