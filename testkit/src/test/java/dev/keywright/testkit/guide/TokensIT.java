package dev.keywright.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.client.AccessToken;
import dev.keywright.client.ClientCredentials;
import dev.keywright.client.ErrorCode;
import dev.keywright.client.InMemoryTokenStore;
import dev.keywright.client.OAuthClient;
import dev.keywright.client.RateLimited;
import dev.keywright.client.Refused;
import dev.keywright.client.TokenKeeper;
import dev.keywright.client.TokenPair;
import dev.keywright.client.TokenResponse;
import dev.keywright.client.TokenResult;
import dev.keywright.testkit.Connection;
import dev.keywright.testkit.EmulateNotion;
import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Time, faults, scenarios and the journal, for an app that keeps tokens. */
@EmulateNotion(seed = 42)
class TokensIT {
    private final Emulator emulator;
    private final Connection connection;
    private final URI redirectUri;
    private final OAuthClient app;

    TokensIT(Emulator emulator, Connection connection) {
        this.emulator = emulator;
        this.connection = connection;
        this.redirectUri = connection.redirectUri();
        this.app = OAuthClient.builder(new ClientCredentials(connection.clientId(), connection.clientSecret()))
                .baseUrl(emulator.baseUrl())
                .build();
    }

    // guide: clock
    @Test
    void aCodeIsGoodForTenMinutes() throws Exception {
        String code = emulator.authorize(connection).code();

        emulator.clock().advance(Duration.ofMinutes(10));

        Refused refused = (Refused) app.exchange(code, redirectUri);
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }
    // end

    // guide: fault
    @Test
    void whenNotionIsBusyTheAppIsToldHowLongToWait() throws Exception {
        emulator.faults()
                .add(Fault.rateLimited(Duration.ofSeconds(30))
                        .client(connection)
                        .path("/v1/oauth/token")
                        .times(1));
        String code = emulator.authorize(connection).code();

        RateLimited limited = (RateLimited) app.exchange(code, redirectUri);
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(30));

        assertThat(app.exchange(code, redirectUri)).isInstanceOf(TokenResponse.class);
    }
    // end

    // guide: scenario
    @Test
    void aRefreshWhoseAnswerWasLostIsRepeated() throws Exception {
        TokenKeeper keeper = keeperOf(connected());
        AccessToken first = (AccessToken) keeper.accessToken();

        emulator.scenario("refresh-answer-lost", connection);

        assertThat(keeper.accessTokenInsteadOf(first)).isInstanceOf(AccessToken.class);
        emulator.requests()
                .to("/v1/oauth/token")
                .with("grant_type", "refresh_token")
                .assertCount(2);
    }
    // end

    // guide: journal
    @Test
    void theAppRefreshesOnceAndIsNeverRefused() throws Exception {
        TokenKeeper keeper = keeperOf(connected());
        AccessToken first = (AccessToken) keeper.accessToken();

        keeper.accessTokenInsteadOf(first);
        keeper.accessToken();

        emulator.requests().with("grant_type", "refresh_token").assertCount(1);
        emulator.requests()
                .from(connection)
                .assertEach(
                        "it is answered with 200", request -> request.status().orElse(0) == 200);
        emulator.requests().to("/v1/oauth/revoke").assertNone();
    }
    // end

    // guide: revoke
    @Test
    void aPersonWhoDisconnectsIsNoticed() throws Exception {
        TokenResponse tokens = connected();

        emulator.revoke(tokens.botId().toString());

        TokenResult result = app.refresh(tokens.refreshToken().orElseThrow());
        assertThat(((Refused) result).code()).isEqualTo(ErrorCode.INVALID_GRANT);
    }
    // end

    private TokenResponse connected() throws InterruptedException {
        String code = emulator.authorize(connection).code();
        return (TokenResponse) app.exchange(code, redirectUri);
    }

    private TokenKeeper keeperOf(TokenResponse tokens) {
        InMemoryTokenStore store = new InMemoryTokenStore();
        store.save(TokenPair.of(tokens, Instant.now()));
        return new TokenKeeper(app, store, InstantSource.system());
    }
}
