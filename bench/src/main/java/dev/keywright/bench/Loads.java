package dev.keywright.bench;

import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.Workload;
import dev.keywright.bench.peer.Best;
import dev.keywright.bench.peer.Contestant;
import dev.keywright.bench.peer.Entrant;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Loads on several running servers, in turns, so that all of them had the same weather. Closing it ends them. */
final class Loads implements AutoCloseable {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int MANY_CONNECTIONS = 64;

    private final List<Entrant> entrants = new ArrayList<>();

    /**
     * What the loads on one server came to.
     *
     * @param errors in all of them
     */
    record Outcome(Best refresh, Best introspection, long errors) {}

    /** Adds a server. */
    void add(Entrant entrant) {
        entrants.add(entrant);
    }

    /** Puts each load on each server. */
    Map<Contestant, Outcome> run(Pace pace) throws IOException {
        List<Measured> refreshes = measured(Entrant::refreshes, pace);
        List<Measured> introspections = measured(Entrant::introspections, pace);
        Map<Contestant, Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < entrants.size(); i++) {
            outcomes.put(
                    entrants.get(i).contestant(),
                    new Outcome(
                            Best.of(refreshes.get(i).rates()),
                            Best.of(introspections.get(i).rates()),
                            refreshes.get(i).errors() + introspections.get(i).errors()));
        }
        return outcomes;
    }

    private List<Measured> measured(Function<Entrant, Workload> kind, Pace pace) throws IOException {
        List<Measured> measured = new ArrayList<>();
        for (Entrant entrant : entrants) {
            Measured one = new Measured(entrant.process(), kind.apply(entrant));
            one.load(new Load(MANY_CONNECTIONS, Duration.ZERO, pace.warmUp()));
            measured.add(one);
        }
        for (int connections : CONNECTIONS) {
            Load load = new Load(connections, Duration.ZERO, pace.measured());
            for (int round = 0; round < pace.rounds(); round++) {
                for (Measured one : measured) {
                    one.count(load);
                }
            }
        }
        return measured;
    }

    @Override
    public void close() {
        entrants.forEach(entrant -> entrant.process().close());
    }
}
