package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/users} and {@code GET /v1/users/{id}}: the people of a workspace and its bots. */
class UsersTest {
    private static final String OWNER = "3ceaaf30-8142-48ea-91d9-3080f9b439fc";
    private static final String GRACE = "9dfb369b-ab13-4fae-a276-55daa05f1119";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    @AutoClose
    private final TestServer server = TestServer.emulate();

    @Test
    void theMembersOfTheWorkspaceAreListedWithTheBotsThatActForEach() {
        Flow flow = Flow.of(server);
        Pair own = flow.tokens();
        Pair other = flow.as(App.REPORTS).tokens();
        Api.of(flow, Map.of("workspace", "f3194a3b-381e-43e7-952c-466e473a1797"));

        Reply list = new Api(server, own.access(), "2025-09-03").get("/v1/users");

        List<String> bots = new ArrayList<>(List.of(own.botId(), other.botId()));
        bots.sort(null);
        assertThat(Api.ids(list)).containsExactly(OWNER, bots.get(0), bots.get(1), GRACE);
        assertThat(list.shape())
                .startsWith("{\"object\":\"list\",\"results\":[{\"object\":\"user\",\"id\":\"" + OWNER
                        + "\",\"name\":\"Workspace Owner\",\"avatar_url\":null,\"type\":\"person\","
                        + "\"person\":{\"email\":\"owner@example.com\",\"email_verified\":true}},")
                .contains("{\"object\":\"user\",\"id\":\"" + other.botId()
                        + "\",\"name\":\"Read-only Reports\",\"avatar_url\":\"📊\",\"type\":\"bot\",\"bot\":{}}")
                .endsWith(",\"next_cursor\":null,\"has_more\":false,\"type\":\"user\",\"user\":{},"
                        + "\"request_id\":\"<id>\"}");
    }

    @Test
    void theBotItselfIsListedAsItIsToldOfItself() {
        Flow flow = Flow.of(server);
        Pair own = flow.tokens();
        Api api = new Api(server, own.access(), "2025-09-03");

        String me = api.get("/v1/users/me").text().replaceFirst(",\"request_id\".*", "}");

        assertThat(api.get("/v1/users").text()).contains(me);
        assertThat(api.get("/v1/users/" + own.botId()).text()).startsWith(me.substring(0, me.length() - 1));
    }

    @Test
    void aListIsReadInPartsThatPassOverEverybodyOnce() {
        Flow flow = Flow.of(server);
        Api api = Api.of(flow);
        Api.of(flow.as(App.REPORTS));
        Api.of(flow, Map.of("person", "grace@example.com"));
        Reply whole = api.get("/v1/users");

        List<String> read = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < 20; i++) {
            Reply part = api.get("/v1/users?page_size=1" + (cursor.isEmpty() ? "" : "&start_cursor=" + cursor));
            read.addAll(Api.ids(part));
            cursor = part.field("next_cursor");
            assertThat(part.json().path("has_more").asBoolean()).isEqualTo(!cursor.isEmpty());
            if (cursor.isEmpty()) {
                break;
            }
        }

        assertThat(read).hasSize(5).containsExactlyElementsOf(Api.ids(whole));
    }

    /** An installation that comes while a list is read shifts nothing in it. */
    @Test
    void aListStaysStableWhileBotsAreAdded() {
        Flow flow = Flow.of(server);
        Api api = Api.of(flow);
        Reply first = api.get("/v1/users?page_size=2");

        Api.of(flow.as(App.REPORTS));
        Reply second = api.get("/v1/users?page_size=100&start_cursor=" + first.field("next_cursor"));

        assertThat(Api.ids(second)).doesNotContainAnyElementsOf(Api.ids(first)).contains(GRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9dfb369b-ab13-4fae-a276-55daa05f1119",
                "9dfb369bab134faea27655daa05f1119",
                "9DFB369B-AB13-4FAE-A276-55DAA05F1119",
                "9DFB369BAB134FAEA27655DAA05F1119"
            })
    void aPersonIsGivenForAnIdInAnyForm(String id) {
        Reply reply = Api.of(Flow.of(server)).get("/v1/users/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"user\",\"id\":\"" + GRACE
                        + "\",\"name\":\"Grace Miller\",\"avatar_url\":\"https://example.com/avatars/grace.png\","
                        + "\"type\":\"person\",\"person\":{\"email\":\"grace@example.com\",\"email_verified\":true},"
                        + "\"request_id\":\"<id>\"}");
    }

    /** F9: somebody of another workspace and nobody at all look the same. */
    @Test
    void whoIsNotInTheWorkspaceIsNotThere() {
        Flow flow = Flow.of(server);
        Api api = Api.of(flow, Map.of("workspace", "f3194a3b-381e-43e7-952c-466e473a1797"));
        String elsewhere = flow.tokens().botId();

        for (String id : List.of(GRACE, elsewhere, NOBODY)) {
            Reply reply = api.get("/v1/users/" + id);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.shape())
                    .isEqualTo("{\"object\":\"error\",\"status\":404,\"code\":\"object_not_found\",\"message\":\"Could"
                            + " not find user with ID: " + id
                            + ". Make sure the relevant pages and databases are shared"
                            + " with your integration \\\"Example Connection\\\".\",\"additional_data\":"
                            + "{\"integration_id\":\"" + api.get("/v1/users/me").field("id")
                            + "\"},\"request_id\":\"<id>\"}");
        }
    }

    @Test
    void withoutTheEmailCapabilityAPersonHasNoEmail() {
        Api api = Api.of(Flow.of(server).as(App.REPORTS));

        assertThat(api.get("/v1/users").text()).contains("\"person\":{}").doesNotContain("@example.com");
        assertThat(api.get("/v1/users/" + GRACE).text())
                .contains("\"name\":\"Grace Miller\"", "\"person\":{}")
                .doesNotContain("email");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "page_size=0            | query.page_size should be ≥ `1`, instead was `\"0\"`.",
                "page_size=101          | query.page_size should be ≤ `100`, instead was `\"101\"`.",
                "page_size=1e99         | query.page_size should be ≤ `100`, instead was `\"1e99\"`.",
                "page_size=-1           | query.page_size should be ≥ `1`, instead was `\"-1\"`.",
                "page_size=2.5          | query.page_size should be an integer or `undefined`, instead was `\"2.5\"`.",
                "page_size=ten          | query.page_size should be a number or `undefined`, instead was `\"ten\"`.",
                "page_size=             | query.page_size should be a number or `undefined`, instead was `\"\"`.",
                "start_cursor=x         | query.start_cursor should be a valid uuid or `undefined`, instead was `\"x\"`.",
                "start_cursor=          | query.start_cursor should be a valid uuid or `undefined`, instead was `\"\"`.",
                "page_size=1&page_size=2| a parameter is repeated: page_size.",
            })
    void aQueryThatIsNotAsItShouldBeIsRefusedInWords(String query, String problem) {
        Reply reply = Api.of(Flow.of(server)).get("/v1/users?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("validation_error");
        assertThat(reply.field("message")).isEqualTo("query failed validation: " + problem);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Reply reply = Api.of(Flow.of(server)).get("/v1/users?start_cursor=" + NOBODY);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("validation_error");
        assertThat(reply.field("message")).isEqualTo("The start_cursor provided is invalid: " + NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "9dfb369b-ab13-4fae-a276-55daa05f111", "9dfb369b-ab13-4fae-a276-55daa05f11199", "%20"})
    void anIdThatIsNoneIsRefused(String id) {
        Reply reply = Api.of(Flow.of(server)).get("/v1/users/" + id);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("message"))
                .isEqualTo(
                        "path failed validation: path.user_id should be a valid uuid, instead was `\"" + id + "\"`.");
    }
}
