package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the database takes on disk when one authorization is refreshed over and over. */
final class GrowthFigure implements Figure {
    private static final Duration TURN = Duration.ofSeconds(1);

    /** Enough for the write-ahead log to have been written from its start again. */
    private static final int SETTLED = 10_000;

    private final Subjects subjects;

    GrowthFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Seed seed = subjects.sow("growth", new SeedSize(1, 1, 0));
        try (ServerProcess process = subjects.serve(seed)) {
            Side server = new Side(process, Talk.withServer(seed));
            long errors = refreshUntil(server, seed, SETTLED);
            long refreshesBefore = seed.known().generation(0);
            long before = size(subjects.data("growth"));
            errors += refreshUntil(server, seed, SETTLED + pace.refreshes());
            long after = size(subjects.data("growth"));
            long refreshes = seed.known().generation(0) - refreshesBefore;
            return new Table(
                            "One authorization refreshed " + Shown.count(refreshes) + " times in a row",
                            "database and its log",
                            "before",
                            "after",
                            "target",
                            "errors")
                    .row(
                            "bytes",
                            Shown.count(before),
                            Shown.count(after),
                            Target.atMost((double) before, "before").judge((double) after),
                            Shown.count(errors));
        }
    }

    private static long refreshUntil(Side server, Seed seed, int generation) throws IOException {
        long errors = 0;
        while (errors == 0 && seed.known().generation(0) < generation) {
            errors += server.load(Kind.REFRESH, new Load(1, Duration.ZERO, TURN))
                    .result()
                    .errors();
        }
        return errors;
    }

    private static long size(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
