package dev.keywright.bench;

import dev.keywright.bench.load.Histogram;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.process.PostgresProcess;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Ground;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What those who refresh notice while the server deletes authorizations that ended long ago from among many live ones, and how
 * long its batches take: no longer than that does one lock anything.
 */
final class SweepFigure implements Figure {
    private static final int CONNECTIONS = 16;
    private static final int AUTHORIZATIONS_A_PERSON = 100;
    private static final int ROWS_TO_ONE_ENDED = 100;
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    /** The server sweeps for the first time a minute after its start. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String ENDED = "SELECT count(*) FROM \"authorization\" WHERE ended_at IS NOT NULL";

    private final Subjects subjects;

    SweepFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        int rows = pace.mostOfAll();
        int ended = rows / ROWS_TO_ONE_ENDED;
        int live = rows - ended;
        SeedSize size =
                new SeedSize(live, 0).ofPeople(live / AUTHORIZATIONS_A_PERSON).andEnded(ended);
        Table table = new Table(
                Shown.count(ended) + " authorizations that ended a month ago are deleted from among "
                        + Shown.count(rows) + ", while " + CONNECTIONS
                        + " connections refresh others at random",
                "database",
                "deleted/s",
                "refreshes/s before",
                "meanwhile",
                "p99 before",
                "meanwhile",
                "longest before",
                "meanwhile",
                "target",
                "a batch",
                "batches",
                "over 100 ms",
                "target",
                "errors");
        measure(table, "SQLite", new Ground.Folder(subjects.data("sweep")), size, pace);
        try (PostgresProcess postgres = subjects.postgres()) {
            Ground ground = new Ground.Postgres(postgres.port(), postgres.user(), postgres.database());
            measure(table, "PostgreSQL", ground, size, pace);
        }
        return table;
    }

    private void measure(Table table, String database, Ground ground, SeedSize size, Pace pace)
            throws IOException, SQLException {
        Seed seed = subjects.sow("sweep-" + database, ground, size);
        SweptBatches batches = SweptBatches.atFreePort();
        try (ServerProcess process = subjects.serve(seed, "--metrics", batches.address());
                Connection connection = ground.connect();
                Statement statement = connection.createStatement()) {
            Side server = new Side(process, Talk.withServer(seed));
            server.load(Kind.REFRESH_AT_RANDOM, new Load(CONNECTIONS, Duration.ZERO, pace.warmUp()));
            Times before = new Times();
            Times meanwhile = new Times();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (long left = size.ended(); left > 0; ) {
                LoadResult turn = server.load(Kind.REFRESH_AT_RANDOM, new Load(CONNECTIONS, Duration.ZERO, TURN))
                        .result();
                long now = ended(statement);
                if (now < left) {
                    meanwhile.add(turn);
                } else if (now < size.ended() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server does not sweep: " + now + " are left");
                } else {
                    before.add(turn);
                }
                left = now;
            }
            row(table, database, size.ended(), before, meanwhile, batches.times());
            // At full size the next takes half an hour, and may fail.
            System.err.print(table.markdown());
        }
    }

    private static long ended(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(ENDED)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void row(
            Table table, String database, int ended, Times before, Times meanwhile, SweptBatches.Times batches) {
        table.row(
                database,
                Shown.rounded(ended / meanwhile.seconds()),
                Shown.rounded(before.requestsPerSecond()),
                Shown.rounded(meanwhile.requestsPerSecond()),
                Shown.millis(before.percentile(0.99)),
                Shown.millis(meanwhile.percentile(0.99)),
                Shown.millis(before.percentile(1)),
                Shown.millis(meanwhile.percentile(1)),
                Target.atMost((double) LONGEST_WAIT.toNanos(), Shown.millis(LONGEST_WAIT))
                        .judge((double) meanwhile.percentile(1).toNanos()),
                Shown.millis(batches.mean()),
                Shown.count(batches.count()),
                Shown.count(batches.slow()),
                Target.atMost(0, "0").judge((double) batches.slow()),
                Shown.count(before.errors + meanwhile.errors));
    }

    /** All turns of one kind, together. */
    private static final class Times {
        private final Histogram latencies = new Histogram();
        private Duration measured = Duration.ZERO;
        private long errors;

        void add(LoadResult turn) {
            latencies.add(turn.latencies());
            measured = measured.plus(turn.measured());
            errors += turn.errors();
        }

        double seconds() {
            return measured.toNanos() / (double) TURN.toNanos();
        }

        double requestsPerSecond() {
            return latencies.count() / seconds();
        }

        Duration percentile(double share) {
            return latencies.percentile(share);
        }
    }
}
