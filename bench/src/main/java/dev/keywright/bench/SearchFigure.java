package dev.keywright.bench;

import dev.keywright.bench.load.Driver;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.report.Target;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import dev.keywright.bench.traffic.Traffic;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long a search takes in a large workspace of which everything is shared. */
final class SearchFigure implements Figure {
    private static final int PAGES = 100_000;
    private static final int AUTHORIZATIONS = 100;
    private static final double MOST_MILLIS = 20;

    private static final Map<String, String> SEARCHES = searches();

    private final Subjects subjects;

    SearchFigure(Subjects subjects) {
        this.subjects = subjects;
    }

    private static Map<String, String> searches() {
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("one title", "{\"query\":\"day 99999\"}");
        searches.put("nearly every title", "{\"query\":\"notes\"}");
        searches.put("no title", "{\"query\":\"not in any title\"}");
        searches.put("everything, the last edited first", "{}");
        return searches;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException {
        Table table = new Table(
                "A search of " + Shown.count(PAGES) + " pages, 100 results at most, one after the other",
                "looked for, and found in",
                "searches/s",
                "p50",
                "target",
                "p99",
                "errors");
        Seed seed = subjects.sow("search", new SeedSize(AUTHORIZATIONS, 0).withPages(PAGES));
        try (ServerProcess server = subjects.serve(seed)) {
            Traffic traffic = new Traffic(seed.credentials(), seed.known());
            for (Map.Entry<String, String> search : SEARCHES.entrySet()) {
                LoadResult result = new Driver(server.address())
                        .run(traffic.searches(search.getValue()), new Load(1, pace.warmUp(), pace.measured()));
                table.row(
                        search.getKey(),
                        Shown.rounded(result.requestsPerSecond()),
                        Shown.millis(result.p50()),
                        Target.atMost(MOST_MILLIS, "20 ms").judge(millis(result.p50())),
                        Shown.millis(result.p99()),
                        Shown.count(result.errors()));
            }
        }
        return table;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
