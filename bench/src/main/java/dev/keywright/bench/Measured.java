package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.Workload;
import dev.keywright.bench.peer.Best;
import dev.keywright.bench.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One kind of traffic on one server, by number of connections. */
final class Measured {
    private final ServerProcess process;
    private final Workload workload;
    private final Map<Integer, Runs> runs = new TreeMap<>();
    private long errors;

    Measured(ServerProcess process, Workload workload) {
        this.process = process;
        this.workload = workload;
    }

    /** Puts a load on it of which only the errors count. */
    void load(Load load) throws IOException {
        run(load);
    }

    /** Puts a load on it that counts as one round. */
    void count(Load load) throws IOException {
        runs.computeIfAbsent(load.connections(), connections -> new Runs()).add(run(load));
    }

    private Side.Run run(Load load) throws IOException {
        Side.Run run = Side.load(process, workload, load);
        errors += run.result().errors();
        return run;
    }

    /** The middle of the rounds, at each number of connections. */
    List<Best> rates() {
        List<Best> rates = new ArrayList<>();
        runs.forEach(
                (connections, rounds) -> rates.add(new Best(connections, rounds.requestsPerSecond(), rounds.p99())));
        return rates;
    }

    long errors() {
        return errors;
    }
}
