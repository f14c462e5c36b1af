package dev.keywright.bench;

import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the command to the ready line, and the memory a while after it. */
final class StartFigure implements Figure {
    private static final int AUTHORIZATIONS = 1000;
    private static final Duration MOST_ABOVE_FLOOR = Duration.ofMillis(250);
    private static final long MOST_MEMORY = 150_000_000;

    private final Subjects subjects;

    StartFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    private interface Start {
        ServerProcess start() throws IOException;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException, InterruptedException {
        Seed seed = subjects.sow("start", new SeedSize(AUTHORIZATIONS, AUTHORIZATIONS, 0));
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put("floor", subjects::floor);
        starts.put("keywright serve", () -> subjects.serve(seed));
        starts.put("keywright emulate", subjects::emulate);
        Map<String, List<Double>> times = times(starts, pace.starts());
        String after = Math.toIntExact(pace.settling().toSeconds()) + " s after";
        Table table = new Table(
                "Start, and memory " + after, "server", "ready after", "above floor", "target", "PSS", "target", "RSS");
        double floor = middle(times, "floor");
        for (Map.Entry<String, Start> start : starts.entrySet()) {
            try (ServerProcess server = start.getValue().start()) {
                Thread.sleep(pace.settling());
                double ready = middle(times, start.getKey());
                boolean judged = !start.getKey().equals("floor");
                table.row(
                        start.getKey(),
                        seconds(ready),
                        judged ? seconds(ready - floor) : "",
                        judged
                                ? Target.atMost((double) MOST_ABOVE_FLOOR.toNanos(), Shown.seconds(MOST_ABOVE_FLOOR))
                                        .judge(ready - floor)
                                : "",
                        Shown.megabytes(server.memory()),
                        judged
                                ? Target.atMost((double) MOST_MEMORY, Shown.megabytes(MOST_MEMORY))
                                        .judge((double) server.memory())
                                : "",
                        Shown.megabytes(server.memoryAlone()));
            }
        }
        return table;
    }

    /** In turns, once more than asked for: the first start of each finds its files not yet in memory. */
    private static Map<String, List<Double>> times(Map<String, Start> starts, int count) throws IOException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i <= count; i++) {
            for (Map.Entry<String, Start> start : starts.entrySet()) {
                try (ServerProcess server = start.getValue().start()) {
                    if (i > 0) {
                        times.computeIfAbsent(start.getKey(), name -> new ArrayList<>())
                                .add((double) server.startTime().toNanos());
                    }
                }
            }
        }
        return times;
    }

    private static double middle(Map<String, List<Double>> times, String name) {
        return Runs.middle(times.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static String seconds(double nanos) {
        return Shown.seconds(Duration.ofNanos(Math.round(nanos)));
    }
}
