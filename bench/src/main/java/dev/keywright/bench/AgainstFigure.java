package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two programs and the floor in turns of a second each, for differences that are smaller than what one minute of a shared
 * machine differs from the next. The same program twice differs by about one percent.
 *
 * @param kinds the traffic; when none is named, refreshes and exchanges
 */
record AgainstFigure(Subjects before, Subjects after, List<Kind> kinds, int connections, int authorizations)
        implements Figure {
    private static final Duration TURN = Duration.ofSeconds(1);

    AgainstFigure {
        kinds = kinds.isEmpty() ? List.of(Kind.REFRESH, Kind.CODE_EXCHANGE) : List.copyOf(kinds);
    }

    @Override
    public String name() {
        return "against";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Table table = new Table(
                "Before and after, " + Shown.count(authorizations) + " authorizations",
                "traffic",
                "connections",
                "floor/s",
                "before/s",
                "of the floor",
                "after/s",
                "of the floor",
                "after to before",
                "CPU before",
                "CPU after",
                "p99 before",
                "p99 after",
                "errors");
        long codes = kinds.contains(Kind.CODE_EXCHANGE)
                ? LoadFigure.CODES_A_SECOND * (pace.warmUp().toSeconds() + pace.shortRounds() * TURN.toSeconds())
                : 0;
        SeedSize size = new SeedSize(authorizations, Math.toIntExact(codes));
        Seed one = before.sow("load", size);
        Seed other = after.sow("load", size);
        try (ServerProcess floor = after.floor();
                ServerProcess old = before.serve(one);
                ServerProcess changed = after.serve(other)) {
            List<Side> sides = List.of(
                    new Side(floor, Talk.withFloor(other)),
                    new Side(old, Talk.withServer(one)),
                    new Side(changed, Talk.withServer(other)));
            for (Kind kind : kinds) {
                row(table, kind, sides, pace);
            }
        }
        return table;
    }

    private void row(Table table, Kind kind, List<Side> sides, Pace pace) throws IOException {
        for (Side side : sides) {
            side.load(kind, new Load(connections, Duration.ZERO, pace.warmUp()));
        }
        List<Runs> runs = Stream.generate(Runs::new).limit(sides.size()).toList();
        Load load = new Load(connections, Duration.ZERO, TURN);
        for (int round = 0; round < pace.shortRounds(); round++) {
            for (int turn : order(sides.size(), round)) {
                runs.get(turn).add(sides.get(turn).load(kind, load));
            }
        }
        Runs floor = runs.get(0);
        Runs old = runs.get(1);
        Runs changed = runs.get(2);
        table.row(
                kind.toString(),
                Integer.toString(connections),
                Shown.rounded(floor.requestsPerSecond()),
                Shown.rounded(old.requestsPerSecond()),
                Shown.finePercent(old.ratioTo(floor)),
                Shown.rounded(changed.requestsPerSecond()),
                Shown.finePercent(changed.ratioTo(floor)),
                Shown.finePercent(changed.ratioTo(old)),
                Shown.micros(old.busyPerRequest()),
                Shown.micros(changed.busyPerRequest()),
                Shown.millis(old.p99()),
                Shown.millis(changed.p99()),
                Shown.count(runs.stream().mapToLong(Runs::errors).sum()));
    }

    /** There and back again: whoever follows the floor has it easier than whoever follows another server. */
    private static List<Integer> order(int sides, int round) {
        List<Integer> order = IntStream.range(0, sides).boxed().toList();
        return round % 2 == 0 ? order : order.reversed();
    }
}
