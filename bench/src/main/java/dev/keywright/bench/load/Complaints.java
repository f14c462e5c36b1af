package dev.keywright.bench.load;

import java.util.Optional;

/** Counts what went wrong and keeps the first of it, which usually explains the rest. */
final class Complaints {
    private long count;
    private Optional<String> first = Optional.empty();

    void add(String complaint) {
        count++;
        if (first.isEmpty()) {
            first = Optional.of(complaint);
        }
    }

    long count() {
        return count;
    }

    Optional<String> first() {
        return first;
    }
}
