package dev.keywright.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.authorization.KeyId;
import dev.keywright.server.authorization.KeyRing;
import dev.keywright.server.authorization.MacKey;
import dev.keywright.server.authorization.Token;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.authorization.TokenKind;
import dev.keywright.server.authorization.TokenPrefixes;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final KeyId KEY = new KeyId(3);

    private final TokenCodec codec =
            new TokenCodec(KeyRing.of(MacKey.random(KEY, new SplittableRandom(1))), TokenPrefixes.NOTION);
    private final Population population = new Population(codec, Instant.ofEpochSecond(1_795_305_600L), 100_000);

    @Test
    void idsAreAllDifferent() {
        Set<AuthorizationId> ids = new HashSet<>();
        for (int i = 0; i < population.size(); i++) {
            ids.add(population.id(i));
        }
        assertThat(ids).hasSize(population.size());
    }

    @Test
    void tokensAreGenuineAndOfTheGenerationReached() {
        population.refreshed(5);
        assertThat(codec.decode(population.pair(5).refreshToken()))
                .contains(new Token(TokenKind.REFRESH, KEY, 2, population.id(5)));
        assertThat(codec.decode(population.pair(6).accessToken()))
                .contains(new Token(TokenKind.ACCESS, KEY, 1, population.id(6)));
    }

    @Test
    void connectionsPickFromSharesThatDoNotOverlap() {
        Population small = new Population(codec, Instant.EPOCH, 10);
        Set<Integer> all = new HashSet<>();
        for (int connection = 0; connection < 3; connection++) {
            Pick pick = new Pick(new SplittableRandom(connection), small.size(), connection, 3);
            Set<Integer> share = new HashSet<>();
            for (int i = 0; i < 1000; i++) {
                share.add(pick.any());
            }
            assertThat(share).hasSize(3).contains(pick.first());
            all.addAll(share);
        }
        assertThat(all).hasSize(9);
    }
}
