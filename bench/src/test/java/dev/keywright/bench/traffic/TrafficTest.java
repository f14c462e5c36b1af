package dev.keywright.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.bench.load.Conversation;
import dev.keywright.bench.load.Workload;
import dev.keywright.protocol.ClientId;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenPrefixes;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficTest {
    @Test
    void theNextLoadNamesOthersThanTheOneBefore() {
        TokenCodec codec =
                new TokenCodec(KeyRing.of(MacKey.random(new KeyId(0), new SplittableRandom(1))), TokenPrefixes.NOTION);
        Traffic traffic = new Traffic(
                new Credentials(new ClientId(new UUID(1, 1)), "secret"), new Population(codec, Instant.EPOCH, 1000));

        Workload introspections = traffic.introspections();

        assertThat(tenRequests(introspections)).doesNotContainAnyElementsOf(tenRequests(introspections));
    }

    private static List<String> tenRequests(Workload workload) {
        Conversation conversation = workload.on(0, 1);
        return Stream.generate(() -> US_ASCII.decode(conversation.request()).toString())
                .limit(10)
                .toList();
    }
}
