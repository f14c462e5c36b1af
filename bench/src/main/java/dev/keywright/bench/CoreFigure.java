package dev.keywright.bench;

import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The core alone: JMH over codec and decisions. */
final class CoreFigure implements Figure {
    private static final int ITERATIONS = 5;

    @Override
    public String name() {
        return "core";
    }

    @Override
    public Table measure(Pace pace) throws RunnerException {
        TimeValue iteration = TimeValue.milliseconds(pace.measured().toMillis() / 2 / ITERATIONS);
        Options options = new OptionsBuilder()
                .include("dev\\.keywright\\.bench\\.core\\..*")
                .forks(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration)
                .verbosity(VerboseMode.SILENT)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Table table = new Table("The core, one thread", "operation", "time", "error (99.9 %)");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            table.row(
                    time.getLabel(),
                    Shown.rounded(time.getScore()) + " ns",
                    "± " + Shown.rounded(time.getScoreError()) + " ns");
        }
        return table;
    }
}
