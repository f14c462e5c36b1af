package dev.keywright.bench.peer;

import dev.keywright.bench.peer.Contestant.Standing;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The table of all servers: how often Keywright is each of them, and whether it is often enough the best that syncs to disk and
 * the best in memory.
 */
public final class PeersTable {
    private static final double LEAST_TIMES_SYNCED = 18;
    private static final double LEAST_TIMES_IN_MEMORY = 2;
    private static final Duration MOST_ABOVE_FLOOR = Duration.ofMillis(250);
    private static final long MOST_MEMORY = 120_000_000;
    private static final String NONE = "";

    private final List<Measurement> all;
    private final Measurement floor;
    private final Measurement keywright;

    /** The table of these, which have one floor and one Keywright among them. */
    public PeersTable(List<Measurement> all) {
        this.all = List.copyOf(all);
        this.floor = best(Standing.FLOOR);
        this.keywright = best(Standing.KEYWRIGHT);
    }

    /** The table under a title. */
    public Table titled(String title) {
        Table table = new Table(
                title,
                "server",
                "store",
                "ready after",
                "above floor",
                "target",
                "PSS",
                "target",
                "refresh/s",
                "connections",
                "p99",
                "target",
                "Keywright is",
                "target",
                "introspection/s",
                "connections",
                "p99",
                "Keywright is",
                "errors");
        all.forEach(measurement -> row(table, measurement));
        return table;
    }

    private void row(Table table, Measurement one) {
        boolean isKeywright = one.standing() == Standing.KEYWRIGHT;
        boolean isPeer = isPeer(one.standing());
        Duration above = one.ready().minus(floor.ready());
        table.row(
                one.contestant().name(),
                one.contestant().store(),
                Shown.seconds(one.ready()),
                one.standing() == Standing.FLOOR ? NONE : Shown.seconds(above),
                isKeywright
                        ? Target.atMost((double) MOST_ABOVE_FLOOR.toNanos(), Shown.seconds(MOST_ABOVE_FLOOR))
                                .judge((double) above.toNanos())
                        : NONE,
                Shown.megabytes(one.memory()),
                isKeywright
                        ? Target.atMost((double) MOST_MEMORY, Shown.megabytes(MOST_MEMORY))
                                .judge((double) one.memory())
                        : NONE,
                Shown.rounded(one.refresh().perSecond()),
                Integer.toString(one.refresh().connections()),
                Shown.millis(one.refresh().p99()),
                isJudged(one)
                        ? Target.above((double) keywright.refresh().p99().toNanos(), "Keywright's")
                                .judge((double) one.refresh().p99().toNanos())
                        : NONE,
                isPeer ? Shown.times(keywright.refresh().times(one.refresh())) : NONE,
                isJudged(one)
                        ? Target.atLeast(leastTimes(one.standing()), Math.round(leastTimes(one.standing())) + " ×")
                                .judge(keywright.refresh().times(one.refresh()))
                        : NONE,
                Shown.rounded(one.introspection().perSecond()),
                Integer.toString(one.introspection().connections()),
                Shown.millis(one.introspection().p99()),
                isPeer ? Shown.times(keywright.introspection().times(one.introspection())) : NONE,
                Shown.count(one.errors()));
    }

    /** Targets are set against the best peer of its standing alone. */
    private boolean isJudged(Measurement one) {
        return (one.standing() == Standing.SYNCED_PEER || one.standing() == Standing.PEER_IN_MEMORY)
                && one.equals(best(one.standing()));
    }

    private static boolean isPeer(Standing standing) {
        return standing != Standing.FLOOR && standing != Standing.KEYWRIGHT;
    }

    private static double leastTimes(Standing standing) {
        return standing == Standing.SYNCED_PEER ? LEAST_TIMES_SYNCED : LEAST_TIMES_IN_MEMORY;
    }

    private Measurement best(Standing standing) {
        return all.stream()
                .filter(one -> one.standing() == standing)
                .max(Comparator.comparingDouble(one -> one.refresh().perSecond()))
                .orElseThrow(() -> new IllegalArgumentException("the table needs a measurement of " + standing));
    }
}
