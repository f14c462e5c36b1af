package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy is told about a request that it asks about before it lets it pass. */
class ForwardAuthTest {
    private static final String PATH = "/forward-auth";
    private static final List<String> NAMES = List.of(
            "x-keywright-bot-id",
            "x-keywright-workspace-id",
            "x-keywright-client-id",
            "x-keywright-person-id",
            "x-keywright-scope");

    private static Production production;
    private static Pair pair;

    @BeforeAll
    static void start(@TempDir Path folder) {
        production = Production.start(folder, 4, List.of(TestWorld.LEDGER, TestWorld.LAMP));
        pair = production.tokens(TestWorld.LEDGER);
    }

    @AfterAll
    static void stop() {
        production.close();
    }

    private static Call ask(String method, String target) {
        return production.server().call(method, target);
    }

    private static Reply ask(String token) {
        return ask("GET", PATH).bearer(token).send();
    }

    private static void assertRefused(Reply reply, String challenge) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.all("www-authenticate")).containsExactly(challenge);
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(NAMES).allSatisfy(name -> assertThat(reply.all(name)).isEmpty());
    }

    @Test
    void aGoodTokenPassesAndTheAnswerSaysWhoseItIs() {
        Reply reply = ask(pair.access());

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.header("x-keywright-bot-id")).isEqualTo(pair.botId());
        assertThat(reply.header("x-keywright-client-id")).isEqualTo(TestWorld.LEDGER.id());
        assertThat(reply.header("x-keywright-workspace-id")).matches("[0-9a-f-]{36}");
        assertThat(reply.header("x-keywright-person-id")).matches("[0-9a-f-]{36}");
        assertThat(reply.header("x-keywright-scope"))
                .isEqualTo("read_content insert_content update_content read_comments insert_comments"
                        + " read_user_with_email read_user_without_email");
    }

    /** RFC 6750 §3.1: who presented nothing is told no error code. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Bearer", "Basic eDp5", "Bearer one two", "Token x"})
    void withoutATokenNothingPasses(String header) {
        assertRefused(ask("GET", PATH).send(), "Bearer");
        assertRefused(ask("GET", PATH).header("Authorization", header).send(), "Bearer");
    }

    /** F7: of two tokens none counts, and none outside of the header. */
    @Test
    void aTokenElsewhereIsNotLookedAt() {
        assertRefused(
                ask("GET", PATH).bearer(pair.access()).bearer(pair.access()).send(), "Bearer");
        assertRefused(ask("GET", PATH + "?access_token=" + pair.access()).send(), "Bearer");
        assertRefused(
                ask("POST", PATH).form(Map.of("access_token", pair.access())).send(), "Bearer");
    }

    /** F8, F10: nothing of what was sent comes back. */
    @Test
    void whatIsNoLiveAccessTokenIsInvalid() {
        String code = production.code(TestWorld.LEDGER);

        for (String token : List.of(
                pair.refresh(), code, pair.access() + "0", "ntn_" + "0".repeat(46), "x", "%0d%0aX-Keywright-Scope:x")) {
            Reply reply = ask(token);

            assertRefused(reply, "Bearer error=\"invalid_token\"");
            assertThat(reply.text()).contains("API token is invalid.").doesNotContain(token + "\"");
        }
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Pair revoked = production.tokens(TestWorld.LEDGER);
        assertThat(ask(revoked.access()).status()).isEqualTo(204);

        production.flow(TestWorld.LEDGER).revoke(revoked.access());

        assertRefused(ask(revoked.access()), "Bearer error=\"invalid_token\"");
    }

    /** Envoy asks with the original method, and with the original path behind the prefix. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /forward-auth",
        "GET, /forward-auth/",
        "HEAD, /forward-auth",
        "POST, /forward-auth",
        "OPTIONS, /forward-auth",
        "DELETE, /forward-auth/",
        "PATCH, /forward-auth/v1/invoices/7",
        "PUT, /forward-auth/v1/invoices/7/?page=2&q=%20",
        "PROPFIND, /forward-auth/v1/invoices",
        "GET, /forward-auth//",
        "GET, /forward-auth//v1//invoices//",
        "GET, /forward-auth/v1/%2e%2e/%2F%00x",
    })
    void everyMethodAndPathIsAnsweredAlike(String method, String target) {
        Reply passes = ask(method, target).bearer(pair.access()).send();
        Reply refused = ask(method, target).send();

        assertThat(passes.status()).isEqualTo(204);
        assertThat(passes.header("x-keywright-bot-id")).isEqualTo(pair.botId());
        assertRefused(refused, "Bearer");
    }

    /** A path that climbed out of the prefix to something that answers 200 would let everyone in. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/forward-auth/../health",
                "/forward-auth/..//health",
                "/forward-auth/v1/../../health",
                "/forward-auth/%2e%2e/health",
                "/forward-auth/..;/health",
                "/forward-auth/..%2fhealth",
                "/forward-auth\\..\\health",
                "/forward-auth/login",
            })
    void noPathClimbsOutOfThePrefix(String target) {
        assertThat(ask("GET", target).send().status()).isIn(400, 401, 404);
    }

    @Test
    void whatOnlyBeginsLikeThePrefixIsUnknown() {
        assertThat(ask("GET", "/forward-authority").bearer(pair.access()).send().status())
                .isEqualTo(404);
    }

    /** A body is neither waited for nor held against anyone: a proxy may announce one that it does not send. */
    @Test
    void theBodyIsOfNoInterest() throws Exception {
        assertThat(ask("POST", PATH)
                        .bearer(pair.access())
                        .body("application/json", "{\"unfinished\": ")
                        .send()
                        .status())
                .isEqualTo(204);
        assertThat(ask("POST", PATH)
                        .bearer(pair.access())
                        .body(new byte[200_000])
                        .send()
                        .status())
                .isEqualTo(204);
        try (Wire wire = new Wire(production.server().port())) {
            Reply reply = wire.send("GET /forward-auth HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + pair.access() + "\r\nContent-Length: 5000\r\n\r\n")
                    .receive();

            assertThat(reply.status()).isEqualTo(204);
        }
    }

    /** One connection of a proxy carries one question after the other. */
    @Test
    void aConnectionIsKeptForTheNextQuestion() throws Exception {
        String question = "GET /forward-auth HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ";
        try (Wire wire = new Wire(production.server().port())) {
            Reply good = wire.send(question + pair.access() + "\r\n\r\n").receive();
            Reply bad = wire.send(question + "x\r\n\r\n").receive();
            Reply again = wire.send(question + pair.access() + "\r\n\r\n").receive();

            assertThat(List.of(good.status(), bad.status(), again.status())).containsExactly(204, 401, 204);
        }
    }

    @Test
    void theScopeIsWhatThePersonAllowed() {
        assertThat(ask(production.tokens(TestWorld.LAMP).access()).header("x-keywright-scope"))
                .isEqualTo("read_content");
    }

    /** An internal connection acts for its workspace: in nobody's name, and the header is there to say so. */
    @Test
    void anInternalConnectionActsForNoPerson(@TempDir Path folder) {
        try (Household household = Household.start(folder)) {
            Browser admin = household.admin();
            Matcher workspace = Pattern.compile("name=\"workspace\" value=\"([^\"]+)\"")
                    .matcher(admin.open("/developers/internal/new").text());
            assertThat(workspace.find()).isTrue();
            Reply made = admin.send(
                    "/developers/internal/new",
                    "name",
                    "Night Porter",
                    "workspace",
                    workspace.group(1),
                    "people",
                    "none");
            Matcher token = Pattern.compile("id=\"token\" value=\"([^\"]*)\"").matcher(made.text());
            assertThat(token.find()).as(made.text()).isTrue();

            Reply reply = household.server().get(PATH).bearer(token.group(1)).send();

            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("x-keywright-workspace-id")).isEqualTo(workspace.group(1));
            assertThat(reply.all("x-keywright-person-id")).containsExactly("");
            assertThat(reply.all("x-keywright-scope")).containsExactly("");
        }
    }

    /** It is for production: to an app in development the path is unknown like any other. */
    @Test
    void theEmulatorDoesNotHaveIt() {
        try (TestServer emulator = TestServer.emulate()) {
            Reply reply = emulator.get(PATH)
                    .bearer(Flow.of(emulator).tokens().access())
                    .send();

            assertThat(reply.shape()).isEqualTo(emulator.get("/nothing").send().shape());
        }
    }
}
