package dev.keywright.client;

import static dev.keywright.client.Emulator.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.AuthorizationNeeded.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keeper against the packaged server as a process. */
class TokenKeeperIT {
    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private Emulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = Emulator.start("--access-token-lifetime", "PT1H");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void manyThreadsOfTwoProcessesAgreeOnOnePairInEveryRound() throws Exception {
        AccessToken current = authorized();
        // One keeper a process, one store for both.
        List<TokenKeeper> keepers = List.of(keeper(emulator.client()), keeper(emulator.client()));
        for (int round = 0; round < 20; round++) {
            Set<AccessResult> results = atOnce(16, keepers, current);

            assertThat(results).singleElement().isInstanceOf(AccessToken.class);
            AccessToken next = (AccessToken) results.iterator().next();
            assertThat(next).isNotEqualTo(current);
            assertThat(generation(next)).isEqualTo(generation(current) + 1);
            assertThat(emulator.callApi(next)).isEqualTo(200);
            current = next;
        }
    }

    @Test
    void aRefreshWhoseAnswerIsLostTwiceGetsThePairThatTheServerMade() throws Exception {
        AccessToken first = authorized();
        try (LosingProxy network = new LosingProxy(emulator.url(), 2)) {
            OAuthClient client =
                    OAuthClient.builder(CONNECTION).baseUrl(network.url()).build();

            AccessResult second = keeper(client).accessTokenInsteadOf(first);

            assertThat(second)
                    .isInstanceOfSatisfying(
                            AccessToken.class,
                            token -> assertThat(generation(token)).isEqualTo(generation(first) + 1));
            assertThat(emulator.callApi((AccessToken) second)).isEqualTo(200);
        }
    }

    @Test
    void anAccessTokenWhoseLifetimeIsOverIsReplacedBeforeTheApiRefusesIt() throws Exception {
        AccessToken first = authorized();
        Instant anHourLater = Instant.now().plusSeconds(3600);
        emulator.control("/emulator/clock", "{\"advance\":\"PT1H\"}");
        assertThat(emulator.callApi(first)).isEqualTo(401);

        AccessResult second = new TokenKeeper(emulator.client(), store, InstantSource.fixed(anHourLater)).accessToken();

        assertThat(second).isInstanceOf(AccessToken.class).isNotEqualTo(first);
        assertThat(emulator.callApi((AccessToken) second)).isEqualTo(200);
    }

    @Test
    void afterThePersonDisconnectedThePersonIsNeeded() throws Exception {
        TokenResponse tokens = emulator.authorize();
        store.save(TokenPair.of(tokens, Instant.now()));
        emulator.control("/emulator/revoke", "{\"bot_id\":\"" + tokens.botId() + "\"}");

        assertThat(keeper(emulator.client()).accessTokenInsteadOf(new AccessToken(tokens.accessToken())))
                .isEqualTo(new AuthorizationNeeded(Reason.AUTHORIZATION_ENDED));
    }

    private AccessToken authorized() throws Exception {
        TokenPair pair = TokenPair.of(emulator.authorize(), Instant.now());
        store.save(pair);
        return new AccessToken(pair.accessToken());
    }

    private TokenKeeper keeper(OAuthClient client) {
        return new TokenKeeper(client, store, InstantSource.system());
    }

    private static Set<AccessResult> atOnce(int count, List<TokenKeeper> keepers, AccessToken dead) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier together = new CyclicBarrier(count);
            List<Future<AccessResult>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                TokenKeeper keeper = keepers.get(i % keepers.size());
                futures.add(threads.submit(() -> {
                    together.await();
                    return keeper.accessTokenInsteadOf(dead);
                }));
            }
            Set<AccessResult> results = new HashSet<>();
            for (Future<AccessResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** How often the pair was made: the low 32 bits of the token's digits. */
    private static long generation(AccessToken token) {
        return Long.parseLong(token.value().substring(4, 15)) & 0xFFFFFFFFL;
    }
}
