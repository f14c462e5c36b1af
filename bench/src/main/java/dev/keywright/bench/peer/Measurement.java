package dev.keywright.bench.peer;

import java.time.Duration;

/**
 * What was measured of one server.
 *
 * @param ready from its command to its ready line
 * @param memory of its process when idle, in bytes, with a fair share of what it has in common with others (PSS)
 * @param errors wrong and missing answers in all loads
 */
public record Measurement(
        Contestant contestant, Duration ready, long memory, Best refresh, Best introspection, long errors) {
    Contestant.Standing standing() {
        return contestant.standing();
    }
}
