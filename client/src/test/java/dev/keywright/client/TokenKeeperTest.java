package dev.keywright.client;

import static dev.keywright.client.ScriptedServer.json;
import static dev.keywright.client.ScriptedServer.lost;
import static dev.keywright.client.ScriptedServer.tokenAnswer;
import static dev.keywright.client.ScriptedServer.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keywright.client.AuthorizationNeeded.Reason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class TokenKeeperTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final ScriptedServer.Answer INVALID_GRANT = json(400, "{\"error\":\"invalid_grant\"}");
    private static final AccessToken FIRST = new AccessToken("access-1");
    private static final AccessToken SECOND = new AccessToken("access-2");

    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private ScriptedServer server = startedBeforeEach();

    @BeforeEach
    void aStoredPair() {
        store.save(pair(1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenWithoutLifetimeIsGivenWithoutAskingTheServer() throws Exception {
        assertThat(keeper().accessToken()).isEqualTo(FIRST);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aRejectedTokenIsReplacedAndBothNewTokensAreStored() throws Exception {
        server.then(tokens("access-2", "refresh-2"));

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(store.load()).contains(pair(2));
        assertThat(server.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("refresh-1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 10})
    void aTokenThatIsOverOrWillBeInTenSecondsIsRefreshedBeforehand(long secondsLeft) throws Exception {
        store.save(new TokenPair("access-1", Optional.of("refresh-1"), Optional.of(NOW.plusSeconds(secondsLeft))));
        server.then(json(200, tokenAnswer("access-2", "\"refresh-2\"", ",\"expires_in\":3600")));

        assertThat(keeper().accessToken()).isEqualTo(SECOND);
        assertThat(store.load().flatMap(TokenPair::expiresAt)).contains(NOW.plusSeconds(3600));
    }

    @Test
    void aTokenWithTimeLeftIsGivenAsItIs() throws Exception {
        store.save(new TokenPair("access-1", Optional.of("refresh-1"), Optional.of(NOW.plusSeconds(11))));

        assertThat(keeper().accessToken()).isEqualTo(FIRST);
    }

    @Test
    void manyThreadsThatFindOneTokenDeadCauseOneRefreshAndAllGetItsToken() throws Exception {
        CountDownLatch allWait = new CountDownLatch(1);
        server.then(exchange -> {
            allWait.await();
            tokens("access-2", "refresh-2").give(exchange);
        });

        List<AccessResult> results = atOnce(16, keeper(), allWait);

        assertThat(results).containsOnly(SECOND);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void manyThreadsShareARefusalToo() throws Exception {
        CountDownLatch allWait = new CountDownLatch(1);
        server.then(exchange -> {
            allWait.await();
            json(401, "{\"error\":\"invalid_client\"}").give(exchange);
        });

        // One that comes after the refusal asks for itself, and hears that the script is over.
        assertThat(atOnce(16, keeper(), allWait)).allMatch(Refused.class::isInstance);
    }

    @Test
    void aThreadThatComesLateWithTheOldTokenGetsTheNewOneWithoutAskingTheServer() throws Exception {
        store.save(pair(2));

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameRefreshToken() throws Exception {
        server.then(lost());
        server.then(json(200, "{\"access_token\":\"cut of"));
        server.then(tokens("access-2", "refresh-2"));

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(server.asked()).hasSize(3).allMatch(asked -> asked.body().contains("refresh-1"));
    }

    @Test
    void anAnswerLostThreeTimesIsAskedForAtTheNextCallSinceNothingWasStored() throws Exception {
        server.then(lost());
        server.then(lost());
        server.then(lost());
        server.then(tokens("access-2", "refresh-2"));
        TokenKeeper keeper = keeper();

        assertThat(keeper.accessTokenInsteadOf(FIRST)).isInstanceOf(Unavailable.class);
        assertThat(store.load()).contains(pair(1));
        assertThat(keeper.accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
    }

    @Test
    void aServerThatAsksToWaitIsNotAskedAgainAtOnce() throws Exception {
        server.then(json(503, "", "Retry-After", "1"));

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isInstanceOf(Unavailable.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aRateLimitAndAWrongSecretAreTheCallersToHandle() throws Exception {
        server.then(json(429, "", "Retry-After", "1"));
        server.then(json(401, "{\"error\":\"invalid_client\"}"));
        TokenKeeper keeper = keeper();

        assertThat(keeper.accessTokenInsteadOf(FIRST)).isInstanceOf(RateLimited.class);
        assertThat(keeper.accessTokenInsteadOf(FIRST)).isInstanceOf(Refused.class);
        assertThat(store.load()).contains(pair(1));
    }

    @Test
    void anEndedAuthorizationIsAValueAndTheServerIsNotAskedAgain() throws Exception {
        server.then(INVALID_GRANT);
        TokenKeeper keeper = keeper();

        assertThat(keeper.accessTokenInsteadOf(FIRST)).isEqualTo(new AuthorizationNeeded(Reason.AUTHORIZATION_ENDED));
        assertThat(keeper.accessTokenInsteadOf(FIRST)).isEqualTo(new AuthorizationNeeded(Reason.AUTHORIZATION_ENDED));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void afterThePersonAuthorizedAgainTheKeeperGoesOn() throws Exception {
        server.then(INVALID_GRANT);
        TokenKeeper keeper = keeper();
        keeper.accessTokenInsteadOf(FIRST);

        store.save(pair(2));

        assertThat(keeper.accessToken()).isEqualTo(SECOND);
    }

    @Test
    void invalidGrantIsNotBelievedWhenAnotherProcessHasRefreshedMeanwhile() throws Exception {
        server.then(exchange -> {
            store.save(pair(2));
            INVALID_GRANT.give(exchange);
        });

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
    }

    @Test
    void anotherProcessThatStoresAMomentAfterTheRefusalIsHeard() throws Exception {
        server.then(INVALID_GRANT);
        TokenStore slow = new ForwardingStore() {
            private int loads;

            @Override
            public Optional<TokenPair> load() {
                loads++;
                return loads == 3 ? Optional.of(pair(2)) : super.load();
            }
        };

        assertThat(keeper(slow).accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
    }

    @Test
    void aPairThatAnotherProcessStoredFirstIsTheOneThatCounts() throws Exception {
        server.then(exchange -> {
            store.save(pair(3));
            tokens("access-2", "refresh-2").give(exchange);
        });

        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(new AccessToken("access-3"));
        assertThat(store.load()).contains(pair(3));
    }

    @Test
    void aPairThatTheStoreDidNotTakeIsOfferedAgainAndNotRefreshedAgain() throws Exception {
        server.then(tokens("access-2", "refresh-2"));
        TokenStore failsOnce = new ForwardingStore() {
            private boolean failed;

            @Override
            public boolean replace(TokenPair expected, TokenPair next) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("the disk is full");
                }
                return super.replace(expected, next);
            }
        };
        TokenKeeper keeper = keeper(failsOnce);

        assertThatThrownBy(() -> keeper.accessTokenInsteadOf(FIRST)).hasMessage("the disk is full");
        assertThat(keeper.accessTokenInsteadOf(FIRST)).isEqualTo(SECOND);
        assertThat(server.asked()).hasSize(1);
        assertThat(store.load()).contains(pair(2));
    }

    @Test
    void aRefreshWithoutANewRefreshTokenKeepsTheOldOne() throws Exception {
        server.then(json(200, tokenAnswer("access-2", "null", "")));

        keeper().accessTokenInsteadOf(FIRST);

        assertThat(store.load()).contains(new TokenPair("access-2", Optional.of("refresh-1"), Optional.empty()));
    }

    @Test
    void withoutTokensOrWithoutARefreshTokenAPersonIsNeeded() throws Exception {
        store.save(new TokenPair("access-1", Optional.empty(), Optional.empty()));
        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(new AuthorizationNeeded(Reason.NO_REFRESH_TOKEN));

        store.clear();
        assertThat(keeper().accessToken()).isEqualTo(new AuthorizationNeeded(Reason.NOT_AUTHORIZED));
        assertThat(keeper().accessTokenInsteadOf(FIRST)).isEqualTo(new AuthorizationNeeded(Reason.NOT_AUTHORIZED));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whenTheRefreshingThreadIsInterruptedAnotherTakesItsPlace() throws Exception {
        CountDownLatch refreshing = new CountDownLatch(1);
        server.then(exchange -> {
            refreshing.countDown();
            server.silent().give(exchange);
        });
        server.then(tokens("access-2", "refresh-2"));
        TokenKeeper keeper = keeper();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<AccessResult> first = threads.submit(() -> keeper.accessTokenInsteadOf(FIRST));
            refreshing.await();
            Future<AccessResult> second = threads.submit(() -> keeper.accessTokenInsteadOf(FIRST));

            first.cancel(true);

            assertThat(second.get()).isEqualTo(SECOND);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Lets the threads begin together, and then lets the server answer. */
    private static List<AccessResult> atOnce(int count, TokenKeeper keeper, CountDownLatch answer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier together = new CyclicBarrier(count, answer::countDown);
            List<Future<AccessResult>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(threads.submit(() -> {
                    together.await();
                    return keeper.accessTokenInsteadOf(FIRST);
                }));
            }
            List<AccessResult> results = new ArrayList<>();
            for (Future<AccessResult> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private TokenKeeper keeper() {
        return keeper(store);
    }

    private TokenKeeper keeper(TokenStore kept) {
        OAuthClient client =
                server.clientBuilder().requestTimeout(Duration.ofSeconds(60)).build();
        return new TokenKeeper(client, kept, InstantSource.fixed(NOW));
    }

    private static TokenPair pair(int generation) {
        return new TokenPair("access-" + generation, Optional.of("refresh-" + generation), Optional.empty());
    }

    private static ScriptedServer startedBeforeEach() {
        try {
            return new ScriptedServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The test's store, as a subclass would have it behave. */
    private class ForwardingStore implements TokenStore {
        @Override
        public Optional<TokenPair> load() {
            return store.load();
        }

        @Override
        public boolean replace(TokenPair expected, TokenPair next) {
            return store.replace(expected, next);
        }
    }
}
