package dev.keywright.bench;

import dev.keywright.bench.peer.NotInstalledException;
import dev.keywright.bench.process.Program;
import dev.keywright.bench.report.FiguresBlock;
import dev.keywright.bench.report.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the figures, prints their tables, and on demand writes them into the README. */
@Command(name = "bench/run", description = "Measures Keywright against a bare web server, and its peers.")
final class Bench implements Callable<Integer> {
    /** The program as the launcher of a checkout runs it. */
    private static final Path BUILT = Path.of("distribution/target/keywright");

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

    @Option(names = "--kind", paramLabel = "KIND", hidden = true, description = "Only this traffic.")
    private List<Kind> kinds = List.of();

    @Option(names = "--server-flag", paramLabel = "FLAG", hidden = true, description = "One more flag for its JVM.")
    private List<String> serverFlags = List.of();

    @Option(
            names = "--program",
            paramLabel = "DIR",
            description =
                    "Measures the program in this folder, such as that of an archive: distribution/target/linux-x64/program")
    private Path program = BUILT;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Measures the program in this folder and --program in short turns: what a change brought.")
    private Optional<Path> against = Optional.empty();

    @Option(names = "--connections", paramLabel = "NUMBER", hidden = true, description = "For --against: 64.")
    private Optional<Integer> connections = Optional.empty();

    @Option(names = "--authorizations", paramLabel = "NUMBER", hidden = true, description = "For --against: 1000.")
    private Optional<Integer> authorizations = Optional.empty();

    @Option(names = "--peers", paramLabel = "DIR", hidden = true)
    private Path peers = Path.of("bench/peers");

    @Option(names = "--work", paramLabel = "DIR", hidden = true)
    private Path work = Path.of("bench/target/work");

    /** As it was given, so that what is printed tells how it is printed again. */
    private final List<String> given;

    private Bench(List<String> given) {
        this.given = given;
    }

    /** The command line. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments));
    }

    /** Does what the arguments ask for; what is wrong with them is said in a sentence. Gives the exit status. */
    static int run(PrintWriter complaints, String... arguments) {
        return new CommandLine(new Bench(List.of(arguments)))
                .setParameterExceptionHandler((problem, given) -> {
                    complaints.println(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((problem, command, given) -> {
                    if (!(problem instanceof NotInstalledException)) {
                        throw problem;
                    }
                    complaints.println(problem.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        refuseWhatDoesNotGoTogether();
        // Whoever ends this process early ends with it what it started.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work, "run-").toAbsolutePath();
        try {
            return measure(chosen(new Subjects(packaged(program), folder)));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }

    private int measure(List<Figure> chosen) throws Exception {
        String heading = heading();
        System.out.println(heading);
        Map<String, StringBuilder> blocks = new LinkedHashMap<>();
        for (Figure figure : chosen) {
            String table = figure.measure(quick ? Pace.QUICK : Pace.THOROUGH).markdown();
            System.out.println(table);
            blocks.computeIfAbsent(figure.block(), name -> new StringBuilder(heading))
                    .append('\n')
                    .append(table);
        }
        if (write) {
            for (Map.Entry<String, StringBuilder> block : blocks.entrySet()) {
                new FiguresBlock(block.getKey())
                        .rewrite(readme, block.getValue().toString());
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private String heading() throws IOException {
        String arguments = given.stream()
                .filter(argument -> !argument.equals("--write"))
                .map(argument -> argument.contains(" ") ? " '" + argument + "'" : " " + argument)
                .collect(Collectors.joining());
        return "Measured by `bench/run" + arguments + "` on " + Machine.here().sentence() + ".\n";
    }

    private void refuseWhatDoesNotGoTogether() {
        if (against.isPresent() && (write || !only.isEmpty())) {
            throw refused("--against measures what a change brought, and nothing of the README: leave out "
                    + (write ? "--write" : "--only"));
        }
        if (against.isEmpty() && (connections.isPresent() || authorizations.isPresent())) {
            throw refused("--connections and --authorizations are for --against: the other figures have theirs");
        }
    }

    private Program packaged(Path folder) {
        if (!Program.isIn(folder)) {
            throw refused("there is no packaged server in " + folder + ": name a folder with a keywright.jar");
        }
        return new Program(folder, serverFlags);
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(new CommandLine(this), why);
    }

    private List<Figure> chosen(Subjects subjects) {
        if (against.isPresent()) {
            Subjects before =
                    new Subjects(packaged(against.get()), subjects.work().resolve("against"));
            return List.of(
                    new AgainstFigure(before, subjects, kinds, connections.orElse(64), authorizations.orElse(1000)));
        }
        List<Figure> figures = List.of(
                new FloorFigure(subjects),
                new LoadFigure(subjects, kinds),
                new PostgresFigure(subjects, kinds),
                new MillionFigure(subjects),
                new SizeFigure(subjects),
                new SweepFigure(subjects),
                new GrowthFigure(subjects),
                new SearchFigure(subjects),
                new StartFigure(subjects),
                new PeersFigure(subjects, peers),
                new CoreFigure());
        for (String name : only) {
            if (figures.stream().noneMatch(figure -> figure.name().equals(name))) {
                throw refused("there is no figure " + name + "; there are "
                        + figures.stream().map(Figure::name).collect(Collectors.joining(", ")));
            }
        }
        return figures.stream()
                .filter(figure -> only.isEmpty() ? !figure.onDemand() : only.contains(figure.name()))
                .toList();
    }
}
