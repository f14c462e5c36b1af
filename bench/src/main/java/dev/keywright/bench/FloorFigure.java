package dev.keywright.bench;

import dev.keywright.bench.floor.Floor;
import dev.keywright.bench.load.Driver;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.load.Workload;
import dev.keywright.bench.process.JavaCommand;
import dev.keywright.bench.process.ServerProcess;
import dev.keywright.bench.report.Shown;
import dev.keywright.bench.report.Table;
import dev.keywright.bench.traffic.Credentials;
import dev.keywright.bench.traffic.Population;
import dev.keywright.bench.traffic.Traffic;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** The floor alone: what the driver and the bare web server can do on this machine. */
final class FloorFigure implements Figure {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int AUTHORIZATIONS = 1000;

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Table measure(Pace pace) throws IOException {
        Table table = new Table(
                "The floor: a bare Helidon handler", "traffic", "connections", "requests/s", "p50", "p99", "errors");
        try (ServerProcess floor = ServerProcess.start(JavaCommand.of(Floor.class, List.of()))) {
            Driver driver = new Driver(floor.address());
            for (Map.Entry<String, Workload> kind : workloads().entrySet()) {
                for (int connections : CONNECTIONS) {
                    Load load = new Load(connections, pace.warmUp(), pace.measured());
                    LoadResult result = driver.run(kind.getValue(), load);
                    result.firstError().ifPresent(System.err::println);
                    table.row(
                            kind.getKey(),
                            Integer.toString(connections),
                            Shown.rounded(result.requestsPerSecond()),
                            Shown.millis(result.p50()),
                            Shown.millis(result.p99()),
                            Shown.count(result.errors()));
                }
            }
        }
        return table;
    }

    private static Map<String, Workload> workloads() {
        MacKey key = MacKey.random(new KeyId(0), new SplittableRandom(1));
        TokenCodec codec = new TokenCodec(KeyRing.of(key), TokenPrefixes.NOTION);
        Population population = new Population(codec, Instant.ofEpochSecond(1_795_305_600L), AUTHORIZATIONS);
        Credentials credentials = new Credentials(new ClientId(new UUID(1, 1)), "secret_" + "0".repeat(43));
        Traffic traffic = new Traffic(credentials, population);
        String code = new UUID(2, 2).toString();
        Map<String, Workload> workloads = new LinkedHashMap<>();
        workloads.put("code exchange", traffic.codeExchanges("https://example.com/callback", () -> code));
        workloads.put("refresh", traffic.refreshChains());
        workloads.put("refresh at random", traffic.refreshes());
        workloads.put("introspection", traffic.introspections());
        workloads.put("users/me", traffic.usersMe());
        return workloads;
    }
}
