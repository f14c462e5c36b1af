package dev.keywright.client;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header Retry-After (RFC 9110 §10.2.3): seconds, or a date, which counts from the answer's own. */
final class RetryAfter {
    private RetryAfter() {}

    static Optional<Duration> read(HttpHeaders headers) {
        return headers.firstValue("Retry-After").map(String::strip).flatMap(value -> {
            if (value.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
            }
            Optional<ZonedDateTime> until = date(value);
            Optional<ZonedDateTime> answered = headers.firstValue("Date").flatMap(RetryAfter::date);
            return until.flatMap(end -> answered.map(start -> Duration.between(start, end)))
                    .filter(wait -> !wait.isNegative());
        });
    }

    private static Optional<ZonedDateTime> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
