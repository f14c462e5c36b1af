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
                .contains("Engineering", "Salaries", "Read the pages you share");
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

    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
    private static final String PRODUCT = "b120a366-f0bb-49cf-82f2-dc05873f9bd0";
    private static final String IDEAS = "c498b6e7-3648-445e-9afa-3a387f006745";

    @Test
    void thePagesThatItSeesCanBeChanged() {
        String bot = bot(flow.tokens());
        Reply picker = person.open("/connections/" + bot + "/pages");
        assertThat(picker.text())
                .contains("Change the pages of", "value=\"" + ENGINEERING + "\" checked", ">Save</button>")
                .doesNotContain("Allow access");

        Reply saved = person.send("/connections/" + bot + "/pages", "page", PRODUCT, "go", "allow");

        assertThat(saved.header("location")).endsWith("/connections/" + bot + "?done=pages");
        assertThat(person.open("/connections/" + bot).text())
                .contains("Product")
                .doesNotContain("Engineering");
    }

    @Test
    void theChoiceIsCarriedFromLevelToLevelAndCountsOnlyWhenItIsSaved() {
        String bot = bot(flow.tokens());
        String target = "/connections/" + bot + "/pages";
        person.open(target);

        Reply below = person.send(target, "page", PRODUCT, "go", "in:" + ENGINEERING);
        assertThat(below.status()).isEqualTo(200);
        assertThat(below.text()).contains("Runbooks", "value=\"" + PRODUCT + "\" checked");
        assertThat(person.send(target, "page", PRODUCT, "go", "search", "q", "road")
                        .text())
                .contains("Roadmap", "value=\"" + PRODUCT + "\" checked");
        assertThat(person.send(target, "page", PRODUCT, "go", "none").text()).contains("No page selected");
        assertThat(person.send(target, "go", "all").text()).contains("4 pages selected");
        assertThat(person.send(target, "page", PRODUCT, "go", "cancel").header("location"))
                .endsWith("/connections/" + bot);

        assertThat(person.open("/connections/" + bot).text()).contains("Engineering", "Product", "Salaries");
        assertThat(person.open("/connections/" + bot + "/level?in=" + ENGINEERING)
                        .text())
                .contains("Runbooks");
        assertThat(person.open("/connections/" + bot + "/search?q=road").text()).contains("Roadmap");
    }

    /** B5: a page that is not the person's to share changes nothing. */
    @Test
    void nothingIsSharedThatThePersonMayNotShare() {
        String bot = bot(flow.tokens());
        String target = "/connections/" + bot + "/pages";
        person.open(target);

        for (String page : new String[] {IDEAS, "00000000-0000-4000-8000-000000000000", "x"}) {
            assertThat(person.send(target, "page", PRODUCT, "page", page, "go", "allow")
                            .status())
                    .isEqualTo(400);
        }
        assertThat(person.send(target, "page", IDEAS, "go", "search", "q", "").text())
                .doesNotContain("Ideas");
        assertThat(person.open("/connections/" + bot).text()).contains("Engineering", "Salaries");
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
        for (String more : new String[] {"/pages", "/level", "/search?q=e"}) {
            assertThat(grace.open("/connections/" + bot(pair) + more).status()).isEqualTo(404);
        }
        grace.open("/developers/new");
        for (String form : new String[] {"/disconnect", "/pages"}) {
            assertThat(grace.send("/connections/" + bot(pair) + form, "go", "allow")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
    }

    /** B1: on every form of these pages. */
    @Test
    void noFormOfThesePagesDoesAnythingWithoutItsTokenOrFromElsewhere() {
        Pair pair = flow.tokens();
        Browser other = Browser.of(server, "grace@example.com");
        other.open("/developers/new");
        person.open("/connections/" + bot(pair));

        for (String form : new String[] {"/disconnect", "/pages"}) {
            String target = "/connections/" + bot(pair) + form;
            assertThat(person.sendBare(target, "go", "allow").status()).isEqualTo(403);
            assertThat(person.sendBare(target, "csrf", other.token(), "go", "allow")
                            .status())
                    .isEqualTo(403);
            assertThat(person.with(server.post(target).header("Origin", "https://evil.example"))
                            .form(Map.of("csrf", person.token(), "go", "allow"))
                            .send()
                            .status())
                    .isEqualTo(403);
        }
        assertThat(person.open("/connections/" + bot(pair)).text()).contains("Engineering");
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsNotSignedInIsAskedToSignInFirst() {
        Browser nobody = new Browser(server);

        assertThat(nobody.open("/connections").header("location")).contains("/login?next=%2Fconnections");
        assertThat(nobody.open("/developers").header("location")).contains("/login?next=%2Fdevelopers");
    }
}
