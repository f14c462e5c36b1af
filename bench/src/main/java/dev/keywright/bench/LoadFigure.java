package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keywright against the floor, kind by kind, in turns. */
final class LoadFigure implements Figure {
    private static final int MANY_CONNECTIONS = 64;
    private static final List<Integer> FEW_CONNECTIONS = List.of(1, 16);

    /** More than can be exchanged in the time. */
    private static final int CODES_A_SECOND = 30_000;

    private static final int AUTHORIZATIONS = 1000;
    private static final int PEOPLE = 1000;
    private static final double REFRESH_TAIL = 10;

    private static final Map<Kind, Double> TARGETS = targets();

    private static Map<Kind, Double> targets() {
        Map<Kind, Double> targets = new LinkedHashMap<>();
        targets.put(Kind.INTROSPECTION, 0.70);
        targets.put(Kind.USERS_ME, 0.70);
        targets.put(Kind.PAGES, 0.60);
        targets.put(Kind.FORWARD_AUTH, 0.60);
        targets.put(Kind.REFRESH, 0.50);
        targets.put(Kind.CODE_EXCHANGE, 0.40);
        return targets;
    }

    private final Subjects subjects;
    private final List<Kind> kinds;

    LoadFigure(Subjects subjects, List<Kind> kinds) {
        this.subjects = subjects;
        this.kinds = kinds.isEmpty() ? List.copyOf(TARGETS.keySet()) : kinds;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Table table = new Table(
                "Keywright against the floor, " + Shown.count(AUTHORIZATIONS) + " authorizations",
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
        Seed seed = subjects.sow("load", new SeedSize(AUTHORIZATIONS, PEOPLE, codes(pace)));
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

    private int codes(Pace pace) {
        long seconds = pace.warmUp().toSeconds()
                + (pace.rounds() + FEW_CONNECTIONS.size()) * pace.measured().toSeconds();
        return kinds.contains(Kind.CODE_EXCHANGE) ? Math.toIntExact(seconds * CODES_A_SECOND) : 0;
    }

    private static void row(
            Table table, Kind kind, Side floor, Side server, int connections, int rounds, Duration measured)
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
                Optional.ofNullable(judged ? TARGETS.get(kind) : null)
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
