package dev.keywright.client;

import static dev.keywright.client.Emulator.CALLBACK;
import static dev.keywright.client.Emulator.CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the packaged server as a process. */
class OAuthClientIT {
    private static Emulator emulator;

    @BeforeAll
    static void start() throws Exception {
        emulator = Emulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    /** The oldest Java that the client promises to run on; the server's process has its own. */
    @Test
    void theseTestsRunOnJava17() {
        assertThat(Runtime.version().feature()).isEqualTo(17);
    }

    @Test
    void anAuthorizationFromTheUrlToItsEnd() throws Exception {
        OAuthClient client = emulator.client();
        AuthorizationUrl request = client.authorizationUrl(CALLBACK).pkce().build();

        AuthorizationCallback callback =
                AuthorizationCallback.read(emulator.answer(request.url(), "allow"), request.state());
        assertThat(callback).isInstanceOf(AuthorizationCallback.AuthorizationCode.class);
        String code = ((AuthorizationCallback.AuthorizationCode) callback).value();

        TokenResponse first = (TokenResponse)
                client.exchange(code, CALLBACK, request.codeVerifier().orElseThrow());
        assertThat(first.accessToken()).startsWith("ntn_");
        assertThat(first.workspaceName()).contains("Example Workspace");
        assertThat(first.owner())
                .isInstanceOfSatisfying(
                        Owner.Person.class, person -> assertThat(person.email()).isPresent());
        assertThat(first.requestId()).isPresent();
        assertThat(emulator.callApi(new AccessToken(first.accessToken()))).isEqualTo(200);

        assertThat(client.introspect(first.accessToken()))
                .isInstanceOfSatisfying(
                        ActiveToken.class,
                        active -> assertThat(active.scope()).contains("read_content", "read_comments"));

        TokenResponse second =
                (TokenResponse) client.refresh(first.refreshToken().orElseThrow());
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.botId()).isEqualTo(first.botId());

        assertThat(client.revoke(second.accessToken())).isInstanceOf(Revoked.class);
        assertThat(client.introspect(second.accessToken())).isInstanceOf(InactiveToken.class);
        assertThat(client.refresh(second.refreshToken().orElseThrow()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_GRANT));
    }

    @Test
    void aPersonWhoCancelsIsACaseOfItsOwn() throws Exception {
        AuthorizationUrl request = emulator.client().authorizationUrl(CALLBACK).build();

        assertThat(AuthorizationCallback.read(emulator.answer(request.url(), "deny"), request.state()))
                .isEqualTo(new AuthorizationCallback.AccessDenied());
    }

    @Test
    void anotherVerifierOrNoneGetsNoToken() throws Exception {
        OAuthClient client = emulator.client();
        AuthorizationUrl request = client.authorizationUrl(CALLBACK).pkce().build();
        AuthorizationCallback callback =
                AuthorizationCallback.read(emulator.answer(request.url(), "allow"), request.state());
        String code = ((AuthorizationCallback.AuthorizationCode) callback).value();

        assertInvalidGrant(client.exchange(code, CALLBACK));
        assertInvalidGrant(client.exchange(code, CALLBACK, CodeVerifier.random(new SecureRandom())));
    }

    @Test
    void anotherRedirectUriGetsNoToken() throws Exception {
        assertInvalidGrant(emulator.client().exchange(emulator.code(), URI.create("http://localhost:3000/other")));
    }

    @Test
    void theExternalAccountArrivesWithTheCode() throws Exception {
        TokenResult result = emulator.client().exchange(exchangeFor(new ExternalAccount("k-1", "Ada at Example 🚲")));

        assertThat(result).isInstanceOf(TokenResponse.class);
        assertThat(emulator.read("/emulator/requests"))
                .contains("\"external_account\":{\"key\":\"k-1\",\"name\":\"Ada at Example 🚲\"}");
    }

    @Test
    void anExternalAccountThatFitsIntoNoRequestIsRefusedAndTheCodeStaysGood() throws Exception {
        CodeExchange exchange = exchangeFor(new ExternalAccount("k-2", "x".repeat(64 * 1024)));

        assertThat(emulator.client().exchange(exchange)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
            assertThat(refused.status()).isEqualTo(413);
        });
        assertThat(emulator.client().exchange(exchange.code(), CALLBACK)).isInstanceOf(TokenResponse.class);
    }

    @Test
    void aWrongSecretIsRefusedWithStatus401AndTheIdOfTheRequest() throws Exception {
        OAuthClient client = OAuthClient.builder(new ClientCredentials(CONNECTION.clientId(), "secret_wrong"))
                .baseUrl(emulator.url())
                .build();

        assertThat(client.introspect("anything")).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_CLIENT);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.requestId()).isPresent();
        });
    }

    @Test
    void aWrongBaseUrlIsToldApart() throws Exception {
        OAuthClient client = OAuthClient.builder(CONNECTION)
                .baseUrl(emulator.url().resolve("/v1"))
                .build();

        assertThat(client.introspect("anything"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST_URL));
    }

    @Test
    void aRefreshThatIsRepeatedGetsTheSamePair() throws Exception {
        OAuthClient client = emulator.client();
        String refreshToken = emulator.authorize().refreshToken().orElseThrow();

        TokenResponse once = (TokenResponse) client.refresh(refreshToken);
        TokenResponse again = (TokenResponse) client.refresh(refreshToken);

        assertThat(again.accessToken()).isEqualTo(once.accessToken());
        assertThat(again.refreshToken()).isEqualTo(once.refreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notion", "standard"})
    void theTimeOfIssueIsTheSameInBothDialects(String dialect) throws Exception {
        try (Emulator speaking =
                Emulator.start("--dialect", dialect, "--seed", "1", "--access-token-lifetime", "PT1H")) {
            TokenResponse tokens = speaking.authorize();

            assertThat(tokens.expiresIn()).contains(Duration.ofHours(1));
            assertThat(speaking.client().introspect(tokens.accessToken()))
                    .isInstanceOfSatisfying(
                            ActiveToken.class,
                            active ->
                                    assertThat(active.issuedAt().orElseThrow()).hasToString("2026-01-01T00:00:00Z"));
        }
    }

    private static CodeExchange exchangeFor(ExternalAccount account) throws Exception {
        return CodeExchange.of(emulator.code()).withRedirectUri(CALLBACK).withExternalAccount(account);
    }

    private static void assertInvalidGrant(TokenResult result) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_GRANT));
    }
}
