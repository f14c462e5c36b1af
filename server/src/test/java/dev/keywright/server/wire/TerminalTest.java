package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the emulator says on its terminal when it refuses: one line, what was wrong and what would have been right. */
class TerminalTest {
    @AutoClose
    private final TestServer server = TestServer.withStillClock();

    private final Flow flow = Flow.of(server);

    private static final String TOKEN_400 = "refused POST /v1/oauth/token (400) ";
    private static final String TOKEN_401 = "refused POST /v1/oauth/token (401) invalid_client: ";

    private String said() {
        assertThat(server.refusals()).hasSize(1);
        return server.refusals().getFirst();
    }

    @Test
    void aRedirectUriThatIsMissing() {
        flow.exchange(flow.code(), Map.of("redirect_uri", ""));

        assertThat(said())
                .isEqualTo(
                        TOKEN_400 + "invalid_request: redirect_uri was sent at authorize"
                                + " (http://localhost:3000/auth/callback) but not in this request; send the same redirect_uri here");
    }

    @Test
    void aRedirectUriThatDiffers() {
        flow.exchange(flow.code(), Map.of("redirect_uri", "http://localhost:3000/auth/callback/"));

        assertThat(said())
                .isEqualTo(
                        TOKEN_400 + "invalid_grant: redirect_uri differs from authorize at character 36: there it was"
                                + " http://localhost:3000/auth/callback and here http://localhost:3000/auth/callback/;"
                                + " send here, to the letter, what was sent at authorize");
    }

    @Test
    void credentialsInTheBody() {
        server.post(Flow.TOKEN)
                .form(Map.of("client_id", App.EXAMPLE.id(), "client_secret", App.EXAMPLE.secret()))
                .send();

        assertThat(said())
                .isEqualTo(
                        TOKEN_401 + "client_id and client_secret were sent in the body; Notion takes them only in the"
                                + " header Authorization: Basic base64(client_id:client_secret)");
    }

    @Test
    void aWrongSecretByItsEnds() {
        server.post(Flow.TOKEN)
                .basic(App.EXAMPLE.id(), "secret_for_tests_only_of_another_connection")
                .send();

        assertThat(said()).isEqualTo(TOKEN_401 + "the client_secret (secr…tion) is not the one of Example Connection");
    }

    @Test
    void anIdAndASecretInEachOthersPlace() {
        server.post(Flow.TOKEN).basic(App.EXAMPLE.secret(), App.EXAMPLE.id()).send();

        assertThat(said()).isEqualTo(TOKEN_401 + "no connection has the client_id secr…cdef");
    }

    @Test
    void anUnknownClient() {
        String unknown = new UUID(0x4000, 0x8000000000000000L).toString();

        server.post(Flow.TOKEN).basic(unknown, "x").send();

        assertThat(said()).isEqualTo(TOKEN_401 + "no connection has the client_id " + unknown);
    }

    @Test
    void aCodeThatExpired() {
        String code = flow.code();
        server.advance(Duration.ofMinutes(10));

        flow.exchange(code);

        assertThat(said())
                .isEqualTo(TOKEN_400 + "invalid_grant: the code expired at 2026-01-01T00:10:00Z; exchange it as soon as"
                        + " the redirect arrives");
    }

    @Test
    void aCodeUsedTwice() {
        String code = flow.code();
        flow.exchange(code);

        flow.exchange(code);

        assertThat(said())
                .matches("refused POST /v1/oauth/token \\(400\\) invalid_grant: the code had been used already, so its"
                        + " authorization [0-9A-Za-z]{12} has ended and its tokens are dead; exchange a code once, and"
                        + " keep the answer; the person must authorize again");
    }

    @Test
    void aRefreshTokenThatWasReplaced() {
        Pair first = flow.tokens();
        flow.refreshed(first);
        server.advance(Duration.ofSeconds(60));

        flow.refresh(first.refresh());

        assertThat(said())
                .startsWith(TOKEN_400 + "invalid_grant: the refresh token of generation 1 was replaced (the"
                        + " authorization was at 2) and the rotation grace is over, so the authorization ")
                .endsWith(
                        " has ended; store both tokens of every refresh, and refresh from one place at a time; the person"
                                + " must authorize again");
    }

    @Test
    void anAccessTokenInPlaceOfARefreshToken() {
        Pair pair = flow.tokens();

        flow.refresh(pair.access());

        assertThat(said())
                .isEqualTo(TOKEN_400 + "invalid_grant: refresh_token ("
                        + pair.access().substring(0, 4) + "…" + pair.access().substring(46)
                        + ") is an access token; send the refresh_token of the latest answer");
    }

    /** A whole callback URL where the redirect URI should be brings the code with it, which is not shown. */
    @Test
    void aCodeInsideTheRedirectUriByItsEnds() {
        String code = flow.code();

        flow.exchange(code, Map.of("redirect_uri", App.EXAMPLE.redirectUri() + "?code=" + code + "&state="));

        assertThat(said())
                .contains(" and here http://localhost:3000/auth/callback?code=" + code.substring(0, 4) + "…"
                        + code.substring(32) + "&state=; send here");
    }

    @Test
    void aWrongMethod() {
        server.get(Flow.TOKEN).send();

        assertThat(said())
                .isEqualTo("refused GET /v1/oauth/token (400) invalid_request_url: this path takes POST and not GET");
    }

    @Test
    void aWrongContentType() {
        server.post(Flow.TOKEN).basic(App.EXAMPLE).body("text/plain", "{}").send();

        assertThat(said())
                .isEqualTo(TOKEN_400 + "invalid_request: the Content-Type should be application/json or"
                        + " application/x-www-form-urlencoded");
    }

    @Test
    void aRefreshTokenAsBearerToken() {
        flow.me(flow.tokens().refresh());

        assertThat(said())
                .isEqualTo("refused GET /v1/users/me (401) unauthorized: the token is a refresh token; send the"
                        + " access_token of the same answer");
    }

    @Test
    void anAuthorizationRequestThatGoesBackAsAnError() {
        flow.browse(Map.of("response_type", "token"));

        assertThat(said())
                .isEqualTo("refused GET /v1/oauth/authorize (302) unsupported_response_type: response_type should be"
                        + " code, instead was token");
    }

    /** F10: whatever a client sends, a refusal is one line of bounded length. */
    @Test
    void aRefusalIsOneLineWhateverWasSent() {
        String evil = "x\r\nrefused GET /v1/users/me (200) all is well\u001b[2J\u202e" + "y".repeat(5000);
        int before = server.terminal().split("\n", -1).length;

        flow.token(Map.of("grant_type", evil));
        flow.exchange(flow.code(), Map.of("redirect_uri", evil));
        flow.browse(Map.of("client_id", evil));
        flow.browse(Map.of("redirect_uri", evil));

        assertThat(server.terminal().split("\n", -1).length - before).isEqualTo(4);
        assertThat(server.refusals())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(1200).doesNotContain("\u001b", "\u202e", "\r"));
    }

    /** Row 16 of the dialect: it works here, and would not there. */
    @Test
    void credentialsThatHadToBeDecoded() {
        server.post(Flow.INTROSPECT)
                .basic(App.EXAMPLE.id(), App.EXAMPLE.secret().replace("_", "%5F"))
                .json(Map.of("token", "x"))
                .send();

        assertThat(server.terminal().lines().filter(line -> line.startsWith("note ")))
                .containsExactly("note POST /v1/oauth/introspect (200) the client encoded its id and secret before it"
                        + " joined them (RFC 6749 §2.3.1); Notion is not known to decode them, so send them as they"
                        + " are");
        assertThat(server.refusals()).isEmpty();
    }

    @Test
    void whatSucceedsIsNotExplained() {
        flow.me(flow.refreshed(flow.tokens()).access());

        assertThat(server.refusals()).isEmpty();
    }
}
