package dev.keywright.bench;

import dev.keywright.bench.peer.Contestant;
import dev.keywright.bench.peer.Contestant.Standing;
import dev.keywright.bench.peer.Entrant;
import dev.keywright.bench.peer.Measurement;
import dev.keywright.bench.peer.Peer;
import dev.keywright.bench.peer.Peers;
import dev.keywright.bench.peer.PeersTable;
import dev.keywright.bench.process.PostgresProcess;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.seed.Seed;
import dev.keywright.bench.seed.SeedSize;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keywright beside other authorization servers, and all of them beside the floor. */
final class PeersFigure implements Figure {
    private static final int AUTHORIZATIONS = 1000;
    private static final Contestant FLOOR = new Contestant("floor", "", Standing.FLOOR);
    private static final Contestant KEYWRIGHT = new Contestant("keywright serve", "SQLite, synced", Standing.KEYWRIGHT);

    private final Subjects subjects;
    private final Path installed;

    /** The figure; the peers are those installed in this folder. */
    PeersFigure(Subjects subjects, Path installed) {
        this.subjects = subjects;
        this.installed = installed;
    }

    @Override
    public String name() {
        return "peers";
    }

    /** The peers must have been installed. */
    @Override
    public boolean onDemand() {
        return true;
    }

    @Override
    public String block() {
        return "peers";
    }

    @Override
    public Table measure(Pace pace) throws IOException, SQLException, InterruptedException {
        Peers peers = Peers.in(installed, subjects.program().sharedFlags());
        Seed seed = subjects.sow("peers", new SeedSize(AUTHORIZATIONS, 0));
        try (PostgresProcess postgres = subjects.postgres()) {
            List<Peer> all = peers.all(postgres.jdbcUrl(), subjects.work().resolve("oidc-provider.sqlite"));
            Map<Contestant, Loads.Outcome> loads = loads(seed, all, pace);
            Starts starts = starts(seed, all);
            Map<String, Duration> times = starts.times(pace.starts());
            List<Measurement> measurements = new ArrayList<>();
            for (Map.Entry<Contestant, Loads.Outcome> load : loads.entrySet()) {
                String label = load.getKey().label();
                measurements.add(new Measurement(
                        load.getKey(),
                        Objects.requireNonNull(times.get(label)),
                        memory(Objects.requireNonNull(starts.all().get(label)), pace),
                        load.getValue().refresh(),
                        load.getValue().introspection(),
                        load.getValue().errors()));
            }
            return new PeersTable(measurements)
                    .titled("Keywright and its peers, " + Shown.count(AUTHORIZATIONS)
                            + " authorizations, each at its best of 1, 16 and 64 connections; memory "
                            + pace.settling().toSeconds() + " s after the start");
        }
    }

    private Map<Contestant, Loads.Outcome> loads(Seed seed, List<Peer> peers, Pace pace) throws IOException {
        try (Loads loads = new Loads()) {
            loads.add(entrant(FLOOR, subjects.floor(), Talk.withFloor(seed)));
            loads.add(entrant(KEYWRIGHT, subjects.serve(seed), Talk.withServer(seed)));
            for (Peer peer : peers) {
                loads.add(peer.startFilled(
                        seed.credentials(),
                        AUTHORIZATIONS,
                        log(peer),
                        subjects.work().resolve(peer.contestant().label() + ".tokens")));
            }
            return loads.run(pace);
        }
    }

    private static Entrant entrant(Contestant contestant, ServerProcess process, Talk talk) {
        return new Entrant(contestant, process, Kind.REFRESH.workload(talk), Kind.INTROSPECTION.workload(talk));
    }

    private Starts starts(Seed seed, List<Peer> peers) {
        Starts starts = new Starts();
        starts.add(FLOOR.label(), subjects::floor);
        starts.add(KEYWRIGHT.label(), () -> subjects.serve(seed));
        for (Peer peer : peers) {
            starts.add(peer.contestant().label(), () -> peer.start(seed.credentials(), log(peer)));
        }
        return starts;
    }

    private Path log(Peer peer) {
        return subjects.work().resolve(peer.contestant().label() + ".log");
    }

    private static long memory(Starts.Start start, Pace pace) throws IOException, InterruptedException {
        try (ServerProcess server = start.start()) {
            Thread.sleep(pace.settling());
            return server.memory();
        }
    }
}
