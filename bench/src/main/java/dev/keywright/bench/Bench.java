package dev.keywright.bench;

import dev.keywright.bench.report.FiguresBlock;
import dev.keywright.bench.report.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the figures, prints their tables, and on demand writes them into the README. */
@Command(name = "bench/run", description = "Measures Keywright against a bare web server.")
final class Bench implements Callable<Integer> {
    private static final List<Figure> FIGURES = List.of(new FloorFigure(), new CoreFigure());

    @Option(names = "--help", usageHelp = true, description = "Shows this and ends.")
    @SuppressWarnings("UnusedVariable") // picocli asks its option, not the field
    private boolean help;

    @Option(names = "--quick", description = "Seconds instead of minutes; good enough to see that all is well.")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", description = "Only this figure; may be repeated.")
    private List<String> only = List.of();

    @Option(names = "--write", description = "Rewrites the figures in README.md.")
    private boolean write;

    @Option(names = "--readme", paramLabel = "FILE", hidden = true)
    private Path readme = Path.of("README.md");

    private Bench() {}

    /** The command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setParameterExceptionHandler((problem, given) -> {
                    System.err.println(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Figure> chosen = chosen();
        String heading = heading();
        System.out.println(heading);
        StringBuilder figures = new StringBuilder(heading);
        for (Figure figure : chosen) {
            String table = figure.measure(quick ? Pace.QUICK : Pace.THOROUGH).markdown();
            System.out.println(table);
            figures.append('\n').append(table);
        }
        if (write) {
            FiguresBlock.rewrite(readme, figures.toString());
        }
        return CommandLine.ExitCode.OK;
    }

    private String heading() throws IOException {
        String command = "bench/run" + (quick ? " --quick" : "")
                + only.stream().map(name -> " --only " + name).collect(Collectors.joining());
        return "Measured by `" + command + "` on " + Machine.here().sentence() + ".\n";
    }

    private List<Figure> chosen() {
        for (String name : only) {
            if (FIGURES.stream().noneMatch(figure -> figure.name().equals(name))) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this),
                        "there is no figure " + name + "; there are "
                                + FIGURES.stream().map(Figure::name).collect(Collectors.joining(", ")));
            }
        }
        return FIGURES.stream()
                .filter(figure -> only.isEmpty() || only.contains(figure.name()))
                .toList();
    }
}
