package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person installed, and the end of it. */
class MyConnectionsTest {
    private static final String OWNER = "owner@example.com";

    private final TestServer server = TestServer.emulate();
    private final Flow flow = Flow.of(server);
    private final Browser person = Browser.of(server, OWNER);

    @AfterEach
    void stop() {
        server.close();
    }

    private String bot(Pair pair) {
        return flow.me(pair.access()).field("id");
    }

    @Test
    void whatWasInstalledIsListedWithItsWorkspaceAndPages() {
        assertThat(person.open("/connections").text()).contains("Nothing is connected");
        Pair pair = flow.tokens();

        assertThat(person.open("/connections").text())
                .contains("Example Connection", "Example Workspace", "4 pages", "in the last hour", bot(pair));
        assertThat(person.open("/connections/" + bot(pair)).text())
                .contains("Engineering", "Salaries", "Read the pages that you share with it");
    }

    /** B10, G16: every token of it and every code that waits is dead at once, on every path. */
    @Test
    void aDisconnectedConnectionIsDeadOnEveryPathAtOnce() {
        Pair one = flow.tokens();
        Pair other = flow.refreshed(flow.tokens());
        String code = flow.code();
        String bot = bot(one);
        Pair reports = flow.as(App.REPORTS).tokens();

        person.open("/connections/" + bot);
        Reply reply = person.send("/connections/" + bot + "/disconnect");

        assertThat(reply.status()).isEqualTo(303);
        for (Pair pair : new Pair[] {one, other}) {
            assertThat(flow.me(pair.access()).status()).isEqualTo(401);
            assertThat(flow.refresh(pair.refresh()).refusal()).isEqualTo("400 invalid_grant");
            assertThat(flow.active(pair.access())).isFalse();
            assertThat(flow.active(pair.refresh())).isFalse();
        }
        assertThat(flow.exchange(code).refusal()).isEqualTo("400 invalid_grant");
        assertThat(person.open("/connections").text()).doesNotContain(bot).contains("Read-only Reports");
        assertThat(person.open("/connections/" + bot).status()).isEqualTo(404);
        assertThat(flow.me(reports.access()).status()).isEqualTo(200);
        // The person may allow it again, as the same bot.
        assertThat(bot(flow.tokens())).isEqualTo(bot);
    }

    /** BOLA: what another person installed is not there. */
    @Test
    void whatAnotherInstalledIsNotThere() {
        Pair pair = flow.tokens();
        Browser grace = Browser.of(server, "grace@example.com");
        grace.open("/connections");

        assertThat(grace.open("/connections").text()).doesNotContain(bot(pair));
        assertThat(grace.open("/connections/" + bot(pair)).status()).isEqualTo(404);
        assertThat(grace.open("/connections/x").status()).isEqualTo(404);
        grace.open("/developers/new");
        assertThat(grace.send("/connections/" + bot(pair) + "/disconnect").status())
                .isEqualTo(404);
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
    }

    /** B1: on every form of these pages. */
    @Test
    void noFormOfThesePagesDoesAnythingWithoutItsTokenOrFromElsewhere() {
        Pair pair = flow.tokens();
        String target = "/connections/" + bot(pair) + "/disconnect";
        Browser other = Browser.of(server, "grace@example.com");
        other.open("/developers/new");
        person.open("/connections/" + bot(pair));

        assertThat(person.sendBare(target).status()).isEqualTo(403);
        assertThat(person.sendBare(target, "csrf", other.token()).status()).isEqualTo(403);
        assertThat(person.with(server.post(target).header("Origin", "https://evil.example"))
                        .form(Map.of("csrf", person.token()))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsNotSignedInIsAskedToSignInFirst() {
        Browser nobody = new Browser(server);

        assertThat(nobody.open("/connections").header("location")).contains("/login?next=%2Fconnections");
        assertThat(nobody.open("/developers").header("location")).contains("/login?next=%2Fdevelopers");
    }
}
