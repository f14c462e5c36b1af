package dev.keywright.bench;

import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keywright on SQLite against the floor. */
final class LoadFigure implements Figure {
    /** More than can be exchanged in the time. */
    static final int CODES_A_SECOND = 30_000;

    private static final int AUTHORIZATIONS = 1000;

    private final Subjects subjects;
    private final Comparison comparison;

    /** The figure for these kinds; for all when none is named. */
    LoadFigure(Subjects subjects, List<Kind> kinds) {
        this.subjects = subjects;
        Map<Kind, Optional<Double>> targets = new LinkedHashMap<>();
        targets.put(Kind.INTROSPECTION, Optional.of(0.70));
        targets.put(Kind.USERS_ME, Optional.of(0.70));
        targets.put(Kind.PAGES, Optional.of(0.60));
        targets.put(Kind.FORWARD_AUTH, Optional.of(0.60));
        targets.put(Kind.REFRESH, Optional.of(0.50));
        targets.put(Kind.CODE_EXCHANGE, Optional.of(0.40));
        targets.keySet().removeIf(kind -> !kinds.isEmpty() && !kinds.contains(kind));
        this.comparison = new Comparison(subjects, targets);
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Seed seed = subjects.sow("load", new SeedSize(AUTHORIZATIONS, comparison.codes(pace, CODES_A_SECOND)));
        return comparison.measure(
                "Keywright against the floor, " + Shown.count(AUTHORIZATIONS) + " authorizations", seed, pace);
    }
}
