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
import java.util.Map;

/** From the command to the ready line, and the memory a while after it. */
final class StartFigure implements Figure {
    private static final String FLOOR = "floor";
    private static final String FLOOR_AS_EMULATE = "floor, as emulate";
    private static final String SERVE = "keywright serve";
    private static final String EMULATE = "keywright emulate";

    /** Each beside the floor that was started with the same flags. */
    private static final Map<String, String> FLOORS = Map.of(SERVE, FLOOR, EMULATE, FLOOR_AS_EMULATE);

    private static final int AUTHORIZATIONS = 1000;
    private static final Duration MOST_ABOVE_FLOOR = Duration.ofMillis(250);
    private static final long MOST_MEMORY = 150_000_000;

    private final Subjects subjects;

    StartFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException, InterruptedException {
        Seed seed = subjects.sow("start", new SeedSize(AUTHORIZATIONS, 0));
        Starts starts = new Starts();
        starts.add(FLOOR, subjects::floor);
        starts.add(SERVE, () -> subjects.serve(seed));
        starts.add(FLOOR_AS_EMULATE, subjects::floorAsEmulator);
        starts.add(EMULATE, subjects::emulate);
        Map<String, Duration> times = starts.times(pace.starts());
        String after = Math.toIntExact(pace.settling().toSeconds()) + " s after";
        Table table = new Table(
                "Start, and memory " + after, "server", "ready after", "above floor", "target", "PSS", "target", "RSS");
        for (Map.Entry<String, Starts.Start> start : starts.all().entrySet()) {
            String name = start.getKey();
            try (ServerProcess server = start.getValue().start()) {
                Thread.sleep(pace.settling());
                Duration ready = times.getOrDefault(name, Duration.ZERO);
                boolean judged = FLOORS.containsKey(name);
                Duration above = ready.minus(times.getOrDefault(FLOORS.getOrDefault(name, name), Duration.ZERO));
                table.row(
                        name,
                        Shown.seconds(ready),
                        judged ? Shown.seconds(above) : "",
                        judged
                                ? Target.atMost((double) MOST_ABOVE_FLOOR.toNanos(), Shown.seconds(MOST_ABOVE_FLOOR))
                                        .judge((double) above.toNanos())
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
}
