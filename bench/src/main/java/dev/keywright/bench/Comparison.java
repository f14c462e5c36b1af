package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Seed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server on some data against the floor, kind by kind, in turns.
 *
 * @param targets what share of the floor's requests each kind should reach; empty: none is set
 */
record Comparison(Subjects subjects, Map<Kind, Optional<Double>> targets) {
    private static final int MANY_CONNECTIONS = 64;
    private static final List<Integer> FEW_CONNECTIONS = List.of(1, 16);
    private static final double REFRESH_TAIL = 10;

    /** How many codes can be exchanged in all, at so many a second. */
    int codes(Pace pace, int aSecond) {
        long seconds = pace.warmUp().toSeconds()
                + (pace.rounds() + FEW_CONNECTIONS.size()) * pace.measured().toSeconds();
        return targets.containsKey(Kind.CODE_EXCHANGE) ? Math.toIntExact(seconds * aSecond) : 0;
    }

    /** Measures it. */
    Table measure(String title, Seed seed, Pace pace) throws IOException {
        Table table = new Table(
                title,
                "traffic",
                "connections",
                "floor/s",
                "Keywright/s",
                "ratio",
                "target",
                "floor CPU",
                "CPU",
                "floor p99",
                "p50",
                "p99",
                "target",
                "errors");
        List<Kind> kinds = List.copyOf(targets.keySet());
        try (ServerProcess bare = subjects.floor();
                ServerProcess real = subjects.serve(seed)) {
            Side floor = new Side(bare, Talk.withFloor(seed));
            Side server = new Side(real, Talk.withServer(seed));
            Side.mustAnswerAlike(floor, server, kinds);
            for (Kind kind : kinds) {
                Load first = new Load(MANY_CONNECTIONS, Duration.ZERO, pace.warmUp());
                floor.load(kind, first);
                server.load(kind, first);
                for (int connections : FEW_CONNECTIONS) {
                    row(
                            table,
                            kind,
                            floor,
                            server,
                            connections,
                            1,
                            pace.measured().dividedBy(2));
                }
                row(table, kind, floor, server, MANY_CONNECTIONS, pace.rounds(), pace.measured());
            }
        }
        return table;
    }

    private void row(Table table, Kind kind, Side floor, Side server, int connections, int rounds, Duration measured)
            throws IOException {
        Runs bare = new Runs();
        Runs real = new Runs();
        Load load = new Load(connections, Duration.ZERO, measured);
        for (int round = 0; round < rounds; round++) {
            bare.add(floor.load(kind, load));
            real.add(server.load(kind, load));
        }
        boolean judged = connections == MANY_CONNECTIONS;
        table.row(
                kind.toString(),
                Integer.toString(connections),
                Shown.rounded(bare.requestsPerSecond()),
                Shown.rounded(real.requestsPerSecond()),
                Shown.percent(real.ratioTo(bare)),
                Optional.ofNullable(targets.get(kind))
                        .flatMap(target -> target)
                        .filter(least -> judged)
                        .map(least ->
                                Target.atLeast(least, Shown.percent(least)).judge(real.ratioTo(bare)))
                        .orElse(""),
                Shown.micros(bare.busyPerRequest()),
                Shown.micros(real.busyPerRequest()),
                Shown.millis(bare.p99()),
                Shown.millis(real.p50()),
                Shown.millis(real.p99()),
                judged && kind == Kind.REFRESH
                        ? Target.atMost(REFRESH_TAIL, "10 × floor")
                                .judge((double) real.p99().toNanos()
                                        / bare.p99().toNanos())
                        : "",
                Shown.count(bare.errors() + real.errors()));
    }
}
