package dev.keywright.client;

import static dev.keywright.client.ScriptedServer.json;
import static dev.keywright.client.ScriptedServer.tokenAnswer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what answers of status 200 become. */
class OAuthClientTest {
    private static final URI CALLBACK = URI.create("https://app.example/callback");

    @Test
    void anExchangeSendsJsonWithTheCredentialsAsTheyAreInABasicHeader() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(ScriptedServer.tokens("a", "r"))) {
            OAuthClient client = OAuthClient.builder(new ClientCredentials("app", "s_e-c+r%t:x"))
                    .baseUrl(server.url())
                    .build();

            client.exchange("c\"1", CALLBACK, new CodeVerifier("v".repeat(43)));

            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.method()).isEqualTo("POST");
                assertThat(asked.path()).isEqualTo("/v1/oauth/token");
                assertThat(asked.header("Authorization")).isEqualTo("Basic YXBwOnNfZS1jK3IldDp4");
                assertThat(asked.header("Content-type")).isEqualTo("application/json");
                assertThat(asked.header("Notion-version")).isEqualTo("2026-03-11");
                assertThat(asked.body())
                        .isEqualTo("{\"grant_type\":\"authorization_code\",\"code\":\"c\\\"1\",\"redirect_uri\":\""
                                + CALLBACK + "\",\"code_verifier\":\"" + "v".repeat(43) + "\"}");
            });
        }
    }

    @Test
    void anExchangeNamesTheExternalAccountThatItIsFor() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.client()
                    .exchange(CodeExchange.of("c-1")
                            .withExternalAccount(new ExternalAccount("k-1", "Ada \"A\" Example")));

            assertThat(server.asked())
                    .singleElement()
                    .extracting(ScriptedServer.Asked::body)
                    .isEqualTo("{\"grant_type\":\"authorization_code\",\"code\":\"c-1\",\"external_account\":"
                            + "{\"key\":\"k-1\",\"name\":\"Ada \\\"A\\\" Example\"}}");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', Ada", "k-1, ''", "'', ''"})
    void halfAnExternalAccountIsRefusedBeforeItCostsACode(String key, String name) {
        assertThatThrownBy(() -> new ExternalAccount(key, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an external account should have both key and name");
    }

    @Test
    void theOtherOperationsSendWhatTheirEndpointsTake() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            OAuthClient client = server.client();

            client.exchange("c-1");
            client.exchange("c-1", CALLBACK);
            client.refresh("r-1");
            client.introspect("t-1");
            client.revoke("t-1");

            assertThat(server.asked())
                    .extracting(asked -> asked.path() + " " + asked.body())
                    .containsExactly(
                            "/v1/oauth/token {\"grant_type\":\"authorization_code\",\"code\":\"c-1\"}",
                            "/v1/oauth/token {\"grant_type\":\"authorization_code\",\"code\":\"c-1\",\"redirect_uri\":\""
                                    + CALLBACK + "\"}",
                            "/v1/oauth/token {\"grant_type\":\"refresh_token\",\"refresh_token\":\"r-1\"}",
                            "/v1/oauth/introspect {\"token\":\"t-1\"}",
                            "/v1/oauth/revoke {\"token\":\"t-1\"}");
        }
    }

    @Test
    void aTokenAnswerOfNotionIsReadWhole() throws Exception {
        String body = "{\"access_token\":\"ntn_1\",\"token_type\":\"bearer\",\"refresh_token\":\"nrt_1\","
                + "\"bot_id\":\"1fe7a51e-8e56-4dd0-8dae-0893c36b17cd\",\"workspace_icon\":\"🚲\","
                + "\"workspace_name\":\"Example\",\"workspace_id\":\"17ab3186-873d-418f-b899-c3f6a43f68de\","
                + "\"owner\":{\"type\":\"user\",\"user\":{\"object\":\"user\","
                + "\"id\":\"b55c9c91-384d-452b-81db-d1ef79372b75\",\"name\":\"Ada\",\"avatar_url\":null,"
                + "\"type\":\"person\",\"person\":{\"email\":\"ada@example.com\",\"email_verified\":true}}},"
                + "\"duplicated_template_id\":\"a0b1c2d3-384d-452b-81db-d1ef79372b75\",\"expires_in\":3600,"
                + "\"something_new\":[1,{}],\"request_id\":\"7f0c4f0e-1a1a-4b5b-8c8c-0123456789ab\"}";
        try (ScriptedServer server = ScriptedServer.answering(json(200, body))) {
            assertThat(server.client().exchange("c-1"))
                    .isEqualTo(new TokenResponse(
                            "ntn_1",
                            Optional.of("nrt_1"),
                            Optional.of(Duration.ofHours(1)),
                            UUID.fromString("1fe7a51e-8e56-4dd0-8dae-0893c36b17cd"),
                            UUID.fromString("17ab3186-873d-418f-b899-c3f6a43f68de"),
                            Optional.of("Example"),
                            Optional.of("🚲"),
                            new Owner.Person(
                                    UUID.fromString("b55c9c91-384d-452b-81db-d1ef79372b75"),
                                    Optional.of("Ada"),
                                    Optional.empty(),
                                    Optional.of("ada@example.com")),
                            Optional.of(UUID.fromString("a0b1c2d3-384d-452b-81db-d1ef79372b75")),
                            Optional.of("7f0c4f0e-1a1a-4b5b-8c8c-0123456789ab")));
        }
    }

    @Test
    void whatMayBeNullIsAbsent() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(json(200, tokenAnswer("ntn_1", "null", "")))) {
            assertThat(server.client().exchange("c-1")).isInstanceOfSatisfying(TokenResponse.class, tokens -> {
                assertThat(tokens.refreshToken()).isEmpty();
                assertThat(tokens.expiresIn()).isEmpty();
                assertThat(tokens.workspaceName()).isEmpty();
                assertThat(tokens.workspaceIcon()).isEmpty();
                assertThat(tokens.duplicatedTemplateId()).isEmpty();
                assertThat(tokens.owner()).isEqualTo(new Owner.Workspace());
            });
        }
    }

    /** A rotated token that is thrown away for a field nobody needs would cost the authorization. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"owner\":{\"type\":\"team\"}",
                ",\"owner\":7",
                ",\"owner\":null",
                ",\"owner\":{\"type\":\"user\",\"user\":{\"object\":\"user\",\"id\":\"not a uuid\"}}",
                ",\"owner\":{},\"duplicated_template_id\":\"?\",\"workspace_name\":[],\"expires_in\":\"soon\""
            })
    void anUnknownFormOfAFieldThatIsNotNeededCostsNoToken(String field) throws Exception {
        String body = tokenAnswer("ntn_1", "\"nrt_1\"", "").replace("}", "").replaceFirst(",\"owner.*", field + "}");
        try (ScriptedServer server = ScriptedServer.answering(json(200, body))) {
            assertThat(server.client().exchange("c-1")).isInstanceOfSatisfying(TokenResponse.class, tokens -> {
                assertThat(tokens.owner()).isEqualTo(new Owner.Unknown());
                assertThat(tokens.accessToken()).isEqualTo("ntn_1");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "3600, PT1H", "9223372036854775807, PT876000H", "-1, ", "3.5, ", "92233720368547758070, "})
    void aLifetimeIsSecondsAndAnImpossibleOneIsNone(String number, Duration lifetime) throws Exception {
        String body = tokenAnswer("ntn_1", "\"nrt_1\"", ",\"expires_in\":" + number);
        try (ScriptedServer server = ScriptedServer.answering(json(200, body))) {
            assertThat(server.client().exchange("c-1"))
                    .isInstanceOfSatisfying(
                            TokenResponse.class,
                            tokens -> assertThat(tokens.expiresIn()).isEqualTo(Optional.ofNullable(lifetime)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1742002165921, 2025-03-15T01:29:25.921Z", "1742002165, 2025-03-15T01:29:25Z"})
    void theTimeOfIssueIsUnderstoodInMillisecondsAndInSeconds(String number, Instant issued) throws Exception {
        String body = "{\"active\":true,\"scope\":\"read_content insert_content\",\"iat\":" + number + "}";
        try (ScriptedServer server = ScriptedServer.answering(json(200, body))) {
            assertThat(server.client().introspect("t")).isInstanceOfSatisfying(ActiveToken.class, active -> {
                assertThat(active.issuedAt()).contains(issued);
                assertThat(active.scope()).containsExactlyInAnyOrder("read_content", "insert_content");
                assertThat(active.expiresAt()).isEmpty();
            });
        }
    }

    @Test
    void anInactiveTokenAndARevocationCarryTheIdOfTheRequest() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering(
                json(200, "{\"active\":false,\"request_id\":\"q-1\"}"),
                json(200, "{}", "x-notion-request-id", "q-2"))) {
            OAuthClient client = server.client();

            assertThat(client.introspect("t")).isEqualTo(new InactiveToken(Optional.of("q-1")));
            assertThat(client.revoke("t")).isEqualTo(new Revoked(Optional.of("q-2")));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', secret", "a:b, secret", "a b, secret", "app, ''", "app, 'line\nbreak'"})
    void credentialsThatNoServerGivesOutAreRefusedWithoutQuotingThem(String id, String secret) {
        assertThatThrownBy(() -> new ClientCredentials(id, secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("line");
    }
}
