package dev.keywright.server.store.postgres;

import dev.keywright.server.store.SecretHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts for many requests at once. What was counted twice, because a connection was lost, is no harm. */
final class Counting implements Lane.Work<Counting.One> {
    /** In order, so that servers which count the same do not wait for each other in a circle. */
    private static final String COUNT = """
            INSERT INTO minute_count AS c (minute, key, number)
            SELECT n.minute, n.key, n.number FROM unnest(?, ?, ?) AS n (minute, key, number) ORDER BY n.minute, n.key
            ON CONFLICT (minute, key) DO UPDATE SET number = c.number + excluded.number
            RETURNING c.minute, c.key, c.number
            """;

    private static final String FORGET = "DELETE FROM minute_count WHERE minute < ?";

    private final Pool pool;
    private final Retry retry;
    private long latestMinute;

    Counting(Pool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    /** What is counted, by its hash: a table of addresses is nothing to keep. */
    private record Counted(long minute, String key) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int byMinute = Long.compare(minute, other.minute);
            return byMinute != 0 ? byMinute : key.compareTo(other.key);
        }
    }

    /** One who counts, and waits for how many there are. */
    record One(String key, long minute, Awaited<Integer> answer) {
        Counted counted() {
            return new Counted(minute, SecretHash.of(key).hex());
        }
    }

    @Override
    public List<One> on(List<One> ones) {
        try {
            Map<Counted, Integer> added = new TreeMap<>();
            ones.forEach(one -> added.merge(one.counted(), 1, Integer::sum));
            Map<Counted, Integer> before =
                    new HashMap<>(retry.untilDone("count", () -> pool.atOnce(connection -> count(connection, added))));
            added.forEach((counted, number) -> before.merge(counted, -number, Integer::sum));
            // Each of a group hears of those before it.
            ones.forEach(one -> one.answer().complete(before.merge(one.counted(), 1, Integer::sum)));
            forgetOld(ones);
        } catch (RuntimeException | Error e) {
            // Errors too: without this thread every later one would wait for ever.
            ones.forEach(one -> one.answer().fail(e));
        }
        return List.of();
    }

    private static Map<Counted, Integer> count(Connection connection, Map<Counted, Integer> added) throws SQLException {
        Map<Counted, Integer> counted = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            Object[] minutes = added.keySet().stream().map(Counted::minute).toArray();
            Object[] keys = added.keySet().stream().map(Counted::key).toArray();
            statement.setArray(1, connection.createArrayOf("int8", minutes));
            statement.setArray(2, connection.createArrayOf("text", keys));
            statement.setArray(
                    3, connection.createArrayOf("int4", added.values().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counted.put(new Counted(row.getLong(1), row.getString(2)), row.getInt(3));
                }
            }
        }
        return counted;
    }

    /** Once a minute; the one before stays, for servers whose clocks are a little behind. */
    private void forgetOld(List<One> ones) {
        long latest = ones.stream().mapToLong(One::minute).max().orElseThrow();
        if (latest <= latestMinute) {
            return;
        }
        latestMinute = latest;
        retry.untilDone(
                "count",
                () -> pool.atOnce(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                        statement.setLong(1, latest - 1);
                        return statement.executeUpdate();
                    }
                }));
    }
}
