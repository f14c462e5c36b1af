package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Counts;
import java.util.HashMap;
import java.util.Map;

/** Counts in memory: the process has its data for itself. What was counted in another minute is forgotten. */
final class MinuteCounts implements Counts {
    private final Map<String, Integer> counts = new HashMap<>();
    private long minute;

    @Override
    public synchronized int count(String key, long inMinute) {
        // Other, not later: the emulator's clock can be set back.
        if (inMinute != minute) {
            counts.clear();
            minute = inMinute;
        }
        return counts.merge(key, 1, Integer::sum);
    }
}
