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
import java.util.Map;

/** The same server with many authorizations and with few, named at random, in turns. */
final class MillionFigure implements Figure {
    private static final int CONNECTIONS = 64;
    private static final int FEW = 1000;

    /** Until most of the people have been named, and memory holds what it will hold. */
    private static final int WARM_UPS = 3;

    private final Subjects subjects;

    MillionFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "million";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Map<Kind, Double> targets = new LinkedHashMap<>();
        targets.put(Kind.INTROSPECTION, 0.60);
        targets.put(Kind.REFRESH_AT_RANDOM, 0.50);
        String many = Shown.count(pace.many());
        Table table = new Table(
                many + " authorizations, named at random",
                "traffic",
                "connections",
                Shown.count(FEW) + "/s",
                many + "/s",
                "ratio",
                "target",
                "p50",
                "p99",
                "errors");
        Seed small = subjects.sow("few", new SeedSize(FEW, 0));
        Seed large = subjects.sow("many", new SeedSize(pace.many(), 0));
        try (ServerProcess withFew = subjects.serve(small);
                ServerProcess withMany = subjects.serve(large)) {
            Side few = new Side(withFew, Talk.withServer(small));
            Side lots = new Side(withMany, Talk.withServer(large));
            for (Map.Entry<Kind, Double> target : targets.entrySet()) {
                row(table, target.getKey(), target.getValue(), few, lots, pace);
            }
        }
        return table;
    }

    private static void row(Table table, Kind kind, double least, Side few, Side many, Pace pace) throws IOException {
        Load first = new Load(CONNECTIONS, Duration.ZERO, pace.warmUp().multipliedBy(WARM_UPS));
        few.load(kind, first);
        many.load(kind, first);
        Runs withFew = new Runs();
        Runs withMany = new Runs();
        Load load = new Load(CONNECTIONS, Duration.ZERO, pace.measured());
        for (int round = 0; round < pace.rounds(); round++) {
            withFew.add(few.load(kind, load));
            withMany.add(many.load(kind, load));
        }
        double ratio = withMany.ratioTo(withFew);
        table.row(
                kind.toString(),
                Integer.toString(CONNECTIONS),
                Shown.rounded(withFew.requestsPerSecond()),
                Shown.rounded(withMany.requestsPerSecond()),
                Shown.percent(ratio),
                Target.atLeast(least, Shown.percent(least)).judge(ratio),
                Shown.millis(withMany.p50()),
                Shown.millis(withMany.p99()),
                Shown.count(withFew.errors() + withMany.errors()));
    }
}
