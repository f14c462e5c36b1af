package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code /emulator/requests}: every request with its answer, and why it was decided so. */
class JournalTest {
    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";

    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);

    private List<JsonNode> entries(String query) {
        Reply reply = server.get("/emulator/requests" + query).send();
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("requests").valueStream().toList();
    }

    private JsonNode last() {
        return entries("").getLast();
    }

    private String summary() {
        return last().at("/decision/summary").asString();
    }

    @Test
    void anEntryHasTheRequestTheAnswerAndTheDecision() {
        Pair pair = flow.tokens();

        Reply refresh = flow.refresh(pair.refresh());

        JsonNode entry = last();
        assertThat(entry.propertyNames())
                .containsExactly(
                        "id",
                        "at",
                        "request_id",
                        "method",
                        "path",
                        "client_id",
                        "authorization",
                        "request",
                        "status",
                        "answer",
                        "fault",
                        "decision");
        assertThat(entry.path("request_id").asString()).isEqualTo(refresh.field("request_id"));
        assertThat(entry.path("path").asString()).isEqualTo(Flow.TOKEN);
        assertThat(entry.path("client_id").asString()).isEqualTo(App.EXAMPLE.id());
        assertThat(entry.at("/request/body/grant_type").asString()).isEqualTo("refresh_token");
        assertThat(entry.path("status").asInt()).isEqualTo(200);
        assertThat(entry.at("/answer/workspace_name").asString()).isEqualTo(refresh.field("workspace_name"));
        assertThat(summary()).isEqualTo("refreshed: the pair of generation 2");
    }

    @Test
    void theRequestsOfOneAuthorizationNameIt() {
        Pair first = flow.tokens();
        Pair second = flow.refreshed(first);
        flow.me(second.access());
        flow.introspect(second.access());
        flow.revoke(second.access());
        flow.me(second.access());

        List<JsonNode> entries = entries("");

        assertThat(entries).hasSize(7);
        assertThat(entries.stream()
                        .map(entry -> entry.path("authorization").asString())
                        .distinct())
                .singleElement()
                .satisfies(ref -> assertThat(ref).isNotEmpty());
    }

    @Test
    void theWayThroughTheBrowserIsOfTheSameAuthorizationAsTheCodeThatCameOfIt() {
        flow.browse(Map.of("state", "first"));
        Browser ada = Browser.of(server, "owner@example.com");
        String install = Browser.path(ada.open(Flow.AUTHORIZE + "?" + flow.query(Map.of("state", "s"))));
        String page = Browser.path(ada.open(install));
        ada.open(page);
        Reply redirect = ada.send(page + "/pages", "go", "allow", "page", ENGINEERING);
        flow.exchange(redirect.sent("code"));

        List<JsonNode> entries = entries("");

        String ref = entries.getLast().path("authorization").asString();
        assertThat(ref).isNotEmpty();
        assertThat(entries.stream()
                        .filter(entry -> entry.path("authorization").asString().equals(ref))
                        .map(entry -> entry.path("method").asString() + " "
                                + entry.path("path").asString().split("/", -1)[1]))
                .containsExactly(
                        "GET v1",
                        "GET install-integration",
                        "GET install-integration",
                        "POST install-integration",
                        "POST v1");
    }

    @Test
    void aRedirectUriThatIsNearlyRightIsShownBesideTheRightOne() {
        flow.exchange(flow.code(), Map.of("redirect_uri", App.EXAMPLE.redirectUri() + "/"));

        JsonNode decision = last().path("decision");
        assertThat(decision.path("summary").asString())
                .startsWith("refused: redirect_uri differs from authorize at character 36: there it was ");
        assertThat(decision.path("advice").asString())
                .isEqualTo("send here, to the letter, what was sent at authorize");
        assertThat(decision.path("notion_answers").asString()).isEqualTo("400 invalid_grant");
        assertThat(decision.path("near_miss").toString())
                .isEqualTo("{\"expected\":\"http://localhost:3000/auth/callback\","
                        + "\"received\":\"http://localhost:3000/auth/callback/\",\"at\":36}");
    }

    @Test
    void anUnregisteredRedirectUriIsShownBesideTheNearestRegisteredOne() {
        flow.browse(Map.of("redirect_uri", "http://localhost:3000/auth/callback/notion/"));

        assertThat(last().path("status").asInt()).isEqualTo(400);
        assertThat(summary())
                .startsWith("refused: redirect_uri http://localhost:3000/auth/callback/notion/ is not registered");
        assertThat(last().at("/decision/near_miss/expected").asString())
                .isEqualTo("http://localhost:3000/auth/callback/notion");
    }

    @Test
    void everyAnswerOfAnOauthEndpointHasADecision() {
        flow.browse(Map.of());
        flow.browse(Map.of("response_type", "token"));
        Pair pair = flow.tokens();
        flow.exchange("x");
        flow.refresh("x");
        flow.token(Map.of());
        flow.introspect(pair.access());
        flow.introspect("x");
        flow.introspect("");
        flow.revoke(pair.access());
        flow.revoke("x");
        server.post(Flow.TOKEN).json(Map.of()).send();
        server.get("/v1/oauth/unknown").send();

        assertThat(entries("?path=/v1/oauth"))
                .hasSize(13)
                .allSatisfy(entry -> assertThat(entry.at("/decision/summary").asString())
                        .as(entry.toString())
                        .isNotEmpty());
    }

    /** D10: the answer is lost after the commit; sent again, the code is a replay. The journal says why and what to do. */
    @Test
    void aReplayAfterALostAnswerIsExplained() {
        String code = flow.code();
        server.post("/emulator/faults")
                .json(Map.of("match", Map.of("path", Flow.TOKEN), "fault", Map.of("drop", "after")))
                .send();
        assertThatThrownBy(() -> flow.exchange(code)).isInstanceOf(UncheckedIOException.class);
        flow.exchange(code);

        List<JsonNode> exchanges = entries("?path=" + Flow.TOKEN);

        JsonNode lost = exchanges.getFirst();
        assertThat(lost.path("status").isNull()).isTrue();
        assertThat(lost.path("fault").asString())
                .isEqualTo("fault-1: it was done, and its answer (200) was lost on the way");
        assertThat(lost.at("/decision/summary").asString()).startsWith("redeemed: ");
        JsonNode replay = exchanges.getLast();
        assertThat(replay.at("/decision/summary").asString()).startsWith("refused: the code had been used already");
        assertThat(replay.at("/decision/advice").asString())
                .isEqualTo("exchange a code once, and keep the answer; the person must authorize again");
        assertThat(replay.path("authorization")).isEqualTo(lost.path("authorization"));
    }

    @Test
    void whatTheEmulatorMadeUpIsSaidToBeAFault() {
        server.post("/emulator/faults")
                .json(Map.of("fault", Map.of("status", 503)))
                .send();

        flow.me("x");

        assertThat(last().path("status").asInt()).isEqualTo(503);
        assertThat(last().path("fault").asString())
                .isEqualTo("fault-1: the emulator was asked to answer so, and nothing was done");
        assertThat(last().path("decision").isNull()).isTrue();
    }

    @Test
    void noSecretCodeOrTokenIsShown() {
        String code = flow.code();
        Pair pair = Pair.of(flow.exchange(code));
        Pair next = flow.refreshed(pair);
        flow.introspect(next.access());
        flow.me(next.access());
        server.post(Flow.TOKEN)
                .json(Map.of("client_secret", App.EXAMPLE.secret(), "wrong_field", next.refresh()))
                .send();
        server.get("/v1/users/me?access_token=" + next.access() + "&x=" + next.refresh())
                .send();
        server.get("/nowhere/" + next.access()).send();
        flow.authorize(Map.of("redirect_uri", "http://localhost:3000/auth/callback?token=" + next.access()));

        String journal = server.get("/emulator/requests").send().text();

        assertThat(journal)
                .doesNotContain(
                        code, pair.access(), pair.refresh(), next.access(), next.refresh(), App.EXAMPLE.secret())
                .contains(next.access().substring(0, 4) + "\u2026");
    }

    @Test
    void whatPeopleTypeIntoPagesIsNotKept() {
        Browser ada = Browser.of(server, "owner@example.com");
        ada.send("/logout");

        assertThat(entries(""))
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.at("/request/body").isNull()).isTrue());
    }

    @Test
    void entriesAreAskedForByIdPathAndConnection() {
        flow.tokens();
        flow.as(App.REPORTS).tokens();
        long second = entries("").get(1).path("id").asLong();

        assertThat(entries("?since=" + second)).hasSize(2);
        assertThat(entries("?path=/v1/oauth/token")).hasSize(2);
        assertThat(entries("?client_id=" + App.REPORTS.id())).hasSize(2);
        assertThat(entries("?path=/v1/oauth/token&client_id=" + App.REPORTS.id()))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "?since=yesterday | since should be the id of an entry, a whole number",
                "?client_id=example | client_id should be a UUID",
                "?status=400 | unknown parameter status; this takes client_id, path, since",
            })
    void aWrongQueryIsRefusedWithWhatWouldBeRight(String query, String message) {
        Reply reply = server.get("/emulator/requests" + query).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("message")).isEqualTo(message);
    }

    @Test
    void clearingForgetsAllAndCountsOn() {
        flow.code();
        long before = last().path("id").asLong();

        server.call("DELETE", "/emulator/requests").send();

        assertThat(entries("")).isEmpty();
        flow.code();
        assertThat(last().path("id").asLong()).isGreaterThan(before);
    }

    @Test
    void clearingForOneConnectionAloneIsRefusedAndForgetsNothing() {
        flow.code();

        Reply reply = server.call("DELETE", "/emulator/requests?client_id=" + App.EXAMPLE.id())
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("message")).isEqualTo("unknown parameter client_id; this takes none");
        assertThat(entries("")).hasSize(1);
    }

    @Test
    void theLatestThousandAreKept() {
        for (int i = 0; i < 1_005; i++) {
            server.get("/v1/nothing").send();
        }

        assertThat(entries("")).hasSize(1_000);
        assertThat(entries("").getFirst().path("id").asLong()).isEqualTo(6);
    }

    @Test
    void readingTheEmulatorItselfIsNotNoted() {
        server.get("/emulator/world").send();
        server.get("/emulator/requests").send();
        server.get("/assets/keywright.css").send();

        assertThat(entries("")).isEmpty();
    }
}
