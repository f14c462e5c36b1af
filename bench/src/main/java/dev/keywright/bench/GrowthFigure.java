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

/** What the database and its log take on disk when one authorization is refreshed over and over. */
final class GrowthFigure implements Figure {
    private static final Duration TURN = Duration.ofSeconds(1);

    /** Enough for the write-ahead log to have been written from its start again. */
    private static final int SETTLED = 10_000;

    /** How long the log may become: docs/operating.md says so. */
    private static final long LONGEST_LOG = 64L << 20;

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
        Seed seed = subjects.sow("growth", new SeedSize(1, 0));
        try (ServerProcess process = subjects.serve(seed)) {
            Side server = new Side(process, Talk.withServer(seed));
            long errors = refreshUntil(server, seed, SETTLED);
            long refreshesBefore = seed.known().generation(0);
            Path database = subjects.data("growth").resolve("keywright.db");
            Path log = subjects.data("growth").resolve("keywright.db-wal");
            long databaseBefore = Files.size(database);
            long logBefore = Files.size(log);
            errors += refreshUntil(server, seed, SETTLED + pace.refreshes());
            long refreshes = seed.known().generation(0) - refreshesBefore;
            long databaseAfter = Files.size(database);
            long logAfter = Files.size(log);
            return new Table(
                            "One authorization refreshed " + Shown.count(refreshes) + " times in a row",
                            "file",
                            "bytes before",
                            "after",
                            "target",
                            "errors")
                    .row(
                            "database",
                            Shown.count(databaseBefore),
                            Shown.count(databaseAfter),
                            Target.atMost((double) databaseBefore, "before").judge((double) databaseAfter),
                            Shown.count(errors))
                    .row(
                            "its log",
                            Shown.count(logBefore),
                            Shown.count(logAfter),
                            Target.atMost((double) LONGEST_LOG, "64 MiB").judge((double) logAfter),
                            "");
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
}
