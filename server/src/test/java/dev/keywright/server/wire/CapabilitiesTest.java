package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a connection may do decides which endpoints answer its bots. */
class CapabilitiesTest {
    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
    private static final String FORBIDDEN =
            "{\"object\":\"error\",\"status\":403,\"code\":\"restricted_resource\",\"message\":\"Insufficient permissions"
                    + " for this endpoint.\",\"request_id\":\"<id>\"}";

    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Browser developer = Browser.of(server, "owner@example.com");

    /** Gives the connection exactly these capabilities, as its developer does in the console. */
    private void edit(App app, String people, String... capabilities) {
        String page = developer.open("/developers/" + app.id()).text();
        String version = page.replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        List<String> fields = Stream.concat(
                        Stream.of(
                                "version",
                                version,
                                "name",
                                "Example Connection",
                                "website",
                                "",
                                "icon",
                                "",
                                "scope",
                                "any",
                                "people",
                                people),
                        Stream.of(capabilities).flatMap(capability -> Stream.of("capability", capability)))
                .toList();
        Reply reply = developer.send("/developers/" + app.id() + "/details", fields.toArray(String[]::new));
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
    }

    @Test
    void withoutInformationAboutPeopleThereAreNoUsersButTheBotItself() {
        edit(App.EXAMPLE, "none", "read_content");
        Api api = Api.of(Flow.of(server));

        assertThat(api.get("/v1/users").shape()).isEqualTo(FORBIDDEN);
        assertThat(api.get("/v1/users/3ceaaf30-8142-48ea-91d9-3080f9b439fc").shape())
                .isEqualTo(FORBIDDEN);
        assertThat(api.get("/v1/users/me").text())
                .contains("\"user\":{\"object\":\"user\",\"id\":\"3ceaaf30-8142-48ea-91d9-3080f9b439fc\"}");
    }

    @Test
    void withoutReadingContentThereIsNeitherSearchNorPage() {
        edit(App.EXAMPLE, "with_email", "insert_content", "update_content");
        Api api = Api.sharing(Flow.of(server), ENGINEERING);

        assertThat(api.search("{}").shape()).isEqualTo(FORBIDDEN);
        assertThat(api.page(ENGINEERING).shape()).isEqualTo(FORBIDDEN);
        assertThat(api.get("/v1/users").status()).isEqualTo(200);
    }

    /** Which of two things is wrong is not told to whoever may do neither. */
    @Test
    void whatIsAskedIsLookedAtOnlyOfWhoeverMayAsk() {
        edit(App.EXAMPLE, "none", "insert_content");
        Api api = Api.of(Flow.of(server));

        assertThat(api.page("x").status()).isEqualTo(403);
        assertThat(api.search("{").status()).isEqualTo(403);
        assertThat(api.in("1999-01-01").page("x").field("code")).isEqualTo("missing_version");
    }

    @Test
    void changedCapabilitiesReachABotWhenItsPersonAuthorizesAgain() {
        Flow flow = Flow.of(server);
        Api before = Api.sharing(flow, ENGINEERING);

        edit(App.EXAMPLE, "without_email", "insert_content");
        assertThat(before.page(ENGINEERING).status()).isEqualTo(200);
        assertThat(before.get("/v1/users").text()).contains("owner@example.com");

        Api after = Api.sharing(flow, ENGINEERING);
        assertThat(after.page(ENGINEERING).shape()).isEqualTo(FORBIDDEN);
        assertThat(before.page(ENGINEERING).shape()).isEqualTo(FORBIDDEN);
        assertThat(after.get("/v1/users").text()).doesNotContain("owner@example.com");
    }
}
