package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import java.io.IOException;
import java.util.List;

/** The floor alone: what the driver and the bare web server can do on this machine. */
final class FloorFigure implements Figure {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);

    private final Subjects subjects;

    FloorFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "floor";
    }

    /** The other figures measure the floor beside the server. */
    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public Table measure(Pace pace) throws IOException {
        Table table = new Table(
                "The floor: a bare Helidon handler", "traffic", "connections", "requests/s", "p50", "p99", "errors");
        try (ServerProcess process = subjects.floor()) {
            Side floor = new Side(process, Talk.withFloorAlone());
            for (Kind kind : Kind.values()) {
                for (int connections : CONNECTIONS) {
                    LoadResult result = floor.load(kind, new Load(connections, pace.warmUp(), pace.measured()))
                            .result();
                    table.row(
                            kind.toString(),
                            Integer.toString(connections),
                            Shown.rounded(result.requestsPerSecond()),
                            Shown.millis(result.p50()),
                            Shown.millis(result.p99()),
                            Shown.count(result.errors()));
                }
            }
        }
        return table;
    }
}
