package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An internal connection asks nobody: it has static tokens, and acts for its workspace. */
class InternalConnectionTest {
    private static final String EXAMPLE_WORKSPACE = "17ab3186-873d-418f-b899-c3f6a43f68de";

    private final TestServer server = TestServer.withStillClock(
            "access_token_lifetime", "PT1H", "idle_lifetime", "P1D", "absolute_lifetime", "P2D");
    private final Browser developer = Browser.of(server, "owner@example.com");

    @AfterEach
    void stop() {
        server.close();
    }

    private record Internal(String id, String token) {}

    private Internal register() {
        developer.open("/developers/internal/new");
        Reply reply = developer.send(
                "/developers/internal/new",
                "name",
                "Night Porter",
                "workspace",
                EXAMPLE_WORKSPACE,
                "capability",
                "read_content",
                "people",
                "none");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        Matcher id = Pattern.compile("/developers/([0-9a-f-]{36})").matcher(reply.text());
        assertThat(id.find()).isTrue();
        return new Internal(id.group(1), token(reply));
    }

    private static String token(Reply reply) {
        Matcher token = Pattern.compile("id=\"token\" value=\"([^\"]*)\"").matcher(reply.text());
        assertThat(token.find()).as(reply.text()).isTrue();
        return token.group(1);
    }

    private Reply send(Internal internal, String form, String... fields) {
        developer.open("/developers/" + internal.id());
        return developer.send("/developers/" + internal.id() + "/" + form, fields);
    }

    private Reply me(String token) {
        return Flow.of(server).me(token);
    }

    @Test
    void itsTokenActsForTheWorkspace() {
        Internal internal = register();

        Reply me = me(internal.token());

        assertThat(internal.token()).matches("ntn_[0-9]{11}[A-Za-z0-9]{35}");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text()).contains("\"owner\":{\"type\":\"workspace\",\"workspace\":true}");
        assertThat(me.field("name")).isEqualTo("Night Porter");
        assertThat(me.json().path("bot").path("workspace_id").asString()).isEqualTo(EXAMPLE_WORKSPACE);
    }

    /** What nothing rotates must not end by itself. */
    @Test
    void itsTokenOutlivesEveryLifetime() {
        Internal internal = register();

        server.advance(Duration.ofDays(400));

        assertThat(me(internal.token()).status()).isEqualTo(200);
    }

    @Test
    void itIsNotUsableAtTheOAuthEndpoints() {
        Internal internal = register();
        App app = new App(internal.id(), internal.token(), "https://porter.example/callback");
        Flow flow = new Flow(server, app);

        assertThat(flow.browse(Map.of()).status()).isEqualTo(400);
        assertThat(flow.browse(Map.of("redirect_uri", "")).status()).isEqualTo(400);
        assertThat(flow.exchange("e202e8c9-0990-40af-855f-ff8f872b1ec6").refusal())
                .isEqualTo("401 invalid_client");
        assertThat(flow.introspect(internal.token()).refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.revoke(internal.token()).refusal()).isEqualTo("401 invalid_client");
        // To another client it is a stranger's.
        assertThat(Flow.of(server).active(internal.token())).isFalse();
        Flow.of(server).revoke(internal.token());
        assertThat(me(internal.token()).status()).isEqualTo(200);
    }

    @Test
    void itHasNeitherSecretsNorRedirectUris() {
        Internal internal = register();

        assertThat(send(internal, "secrets").text()).contains("has tokens, and no secrets");
        assertThat(send(internal, "redirect-uris", "redirect_uri", "https://porter.example/cb")
                        .text())
                .contains("has no redirect URIs");
    }

    @Test
    void aTokenIsReplacedWithoutDowntime() {
        Internal internal = register();
        String renewed = token(send(internal, "tokens"));
        assertThat(me(internal.token()).status()).isEqualTo(200);
        assertThat(me(renewed).status()).isEqualTo(200);
        assertThat(send(internal, "tokens").text()).contains("at most two live tokens");

        Reply page = developer.open("/developers/" + internal.id());
        Matcher ref =
                Pattern.compile("name=\"token\" value=\"([0-9A-Za-z]{12})\"").matcher(page.text());
        assertThat(ref.find()).isTrue();
        assertThat(page.text()).doesNotContain(renewed).doesNotContain(internal.token());
        developer.send("/developers/" + internal.id() + "/tokens/end", "token", ref.group(1));

        assertThat(me(internal.token()).status() + me(renewed).status()).isEqualTo(401 + 200);
    }

    @Test
    void whatItCanDoCanBeNarrowedAndItsWorkspaceStays() {
        Internal internal = register();

        Reply saved = send(
                internal,
                "details",
                "version",
                "1",
                "name",
                "Day Porter",
                "workspace",
                "f3194a3b-381e-43e7-952c-466e473a1797",
                "scope",
                "any",
                "people",
                "with_email");

        assertThat(saved.header("location")).endsWith("?done=saved");
        assertThat(me(internal.token()).field("name")).isEqualTo("Day Porter");
        assertThat(developer.open("/developers/" + internal.id()).text()).contains("In Example Workspace");
        assertThat(Flow.of(server)
                        .me(internal.token())
                        .json()
                        .path("bot")
                        .path("workspace_id")
                        .asString())
                .isEqualTo(EXAMPLE_WORKSPACE);
    }

    @Test
    void disabledItIsRefusedAndDeletedItIsGone() {
        Internal internal = register();
        send(internal, "disable");
        assertThat(me(internal.token()).status()).isEqualTo(401);
        send(internal, "enable");
        assertThat(me(internal.token()).status()).isEqualTo(200);

        developer.open("/developers/" + internal.id() + "/delete");
        developer.send("/developers/" + internal.id() + "/delete", "name", "Night Porter");

        assertThat(me(internal.token()).status()).isEqualTo(401);
        assertThat(developer.open("/developers/" + internal.id()).status()).isEqualTo(404);
    }

    @Test
    void itBelongsToAWorkspaceOfItsMaker() {
        Browser grace = Browser.of(server, "grace@example.com");
        grace.open("/developers/internal/new");

        Reply reply = grace.send(
                "/developers/internal/new",
                "name",
                "Night Porter",
                "workspace",
                "f3194a3b-381e-43e7-952c-466e473a1797",
                "people",
                "none");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text())
                .contains("Choose at least one of your workspaces")
                .doesNotContain("Side Project");
    }
}
