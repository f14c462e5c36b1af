package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --auto-approve}: the authorization URL answers at once, as the default person or as the URL says. */
class AutoApproveTest {
    @AutoClose
    private static final TestServer SERVER = TestServer.emulate("auto_approve", "true");

    private static final Flow FLOW = Flow.of(SERVER);

    private static Reply exchanged(Map<String, String> answer) {
        return FLOW.exchange(FLOW.browse(answer).sent("code"));
    }

    @Test
    void theDefaultPersonAllowsAtOnce() {
        Reply redirect = FLOW.browse(Map.of("state", "s"));

        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.target()).isEqualTo(App.EXAMPLE.redirectUri());
        assertThat(redirect.sent("state")).isEqualTo("s");
        assertThat(FLOW.exchange(redirect.sent("code"))
                        .json()
                        .at("/owner/user/name")
                        .asString())
                .isEqualTo("Workspace Owner");
    }

    @Test
    void theUrlMayNameThePersonAndTheWorkspace() {
        assertThat(exchanged(Map.of("person", "grace@example.com"))
                        .json()
                        .at("/owner/user/name")
                        .asString())
                .isEqualTo("Grace Miller");
        assertThat(exchanged(Map.of("workspace", "f3194a3b-381e-43e7-952c-466e473a1797"))
                        .field("workspace_name"))
                .isEqualTo("Side Project");
    }

    @Test
    void theUrlMayNamePages() {
        String two = "b55c9c91-384d-452b-81db-d1ef79372b75,b120a366-f0bb-49cf-82f2-dc05873f9bd0";

        assertThat(exchanged(Map.of("pages", two)).status()).isEqualTo(200);
    }

    @Test
    void theUrlMayAskForTheTemplate() {
        Flow notes = FLOW.as(App.NOTES);

        Reply reply = notes.exchange(
                notes.browse(Map.of("duplicate_template", "true")).sent("code"));

        assertThat(reply.field("duplicated_template_id")).isNotEmpty();
    }

    @Test
    void theUrlMayDeny() {
        assertThat(FLOW.browse(Map.of("decision", "deny")).sent("error")).isEqualTo("access_denied");
    }

    /** What the app asked for is checked before anybody answers. */
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "redirect_uri, https://evil.example/",
        "client_id, x",
        "person, eve@example.com",
        "pages, 00000000-0000-4000-8000-000000000000"
    })
    void whatIsWrongGetsThePageAndNoRedirect(String name, String value) {
        Reply reply = FLOW.browse(Map.of(name, value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.all("location")).isEmpty();
    }
}
