package dev.keywright.bench;

import dev.keywright.bench.process.PostgresProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.seed.Ground;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Keywright on PostgreSQL against the floor, with the database on the same machine. */
final class PostgresFigure implements Figure {
    /** More than can be exchanged in the time. */
    private static final int CODES_A_SECOND = 5000;

    private static final int AUTHORIZATIONS = 1000;

    private final Subjects subjects;
    private final Comparison comparison;

    /** The figure for these kinds; for all when none is named. */
    PostgresFigure(Subjects subjects, List<Kind> kinds) {
        this.subjects = subjects;
        Map<Kind, Optional<Double>> targets = new LinkedHashMap<>();
        targets.put(Kind.INTROSPECTION, Optional.empty());
        targets.put(Kind.USERS_ME, Optional.empty());
        targets.put(Kind.REFRESH, Optional.of(0.25));
        targets.put(Kind.CODE_EXCHANGE, Optional.empty());
        targets.keySet().removeIf(kind -> !kinds.isEmpty() && !kinds.contains(kind));
        this.comparison = new Comparison(subjects, targets);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        try (PostgresProcess postgres = subjects.postgres()) {
            Ground ground = new Ground.Postgres(postgres.port(), postgres.user(), postgres.database());
            Seed seed = subjects.sow(
                    "on-postgresql", ground, new SeedSize(AUTHORIZATIONS, comparison.codes(pace, CODES_A_SECOND)));
            return comparison.measure(
                    "On PostgreSQL, beside it on the same machine, " + Shown.count(AUTHORIZATIONS) + " authorizations",
                    seed,
                    pace);
        }
    }
}
