package dev.keywright.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.bench.load.Driver;
import dev.keywright.bench.load.Load;
import dev.keywright.bench.load.LoadResult;
import dev.keywright.bench.load.Workload;
import dev.keywright.bench.process.JavaCommand;
import dev.keywright.bench.process.ServerProcess;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FloorTest {
    @Test
    void everyConversationGetsTheAnswersItExpects() throws IOException {
        TokenCodec codec =
                new TokenCodec(KeyRing.of(MacKey.random(new KeyId(0), new SplittableRandom(1))), TokenPrefixes.NOTION);
        Credentials credentials = new Credentials(new ClientId(new UUID(1, 1)), "secret");
        Traffic traffic = new Traffic(credentials, new Population(codec, Instant.EPOCH, 10));
        String code = new UUID(2, 2).toString();
        List<Workload> workloads = List.of(
                traffic.codeExchanges("https://example.com/callback", () -> code),
                traffic.refreshChains(),
                traffic.refreshes(),
                traffic.introspections(),
                traffic.usersMe());
        try (ServerProcess floor = ServerProcess.start(JavaCommand.of(Floor.class, List.of()))) {
            for (Workload workload : workloads) {
                LoadResult result = untilItAnswers(new Driver(floor.address()), workload);
                assertThat(result.firstError()).isEmpty();
                assertThat(result.latencies().count()).isPositive();
            }
            assertThat(floor.memory()).isPositive();
        }
    }

    /** On a busy machine a JVM that was just started may give no answer within any time that was chosen before. */
    private static LoadResult untilItAnswers(Driver driver, Workload workload) throws IOException {
        Load load = new Load(2, Duration.ofMillis(100), Duration.ofMillis(200));
        LoadResult result = driver.run(workload, load);
        for (int more = 0;
                more < 50
                        && result.latencies().count() == 0
                        && result.firstError().isEmpty();
                more++) {
            result = driver.run(workload, load);
        }
        return result;
    }
}
