package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where admins make resource servers and end them. */
class ResourceServerPagesTest {
    private static final String PATH = ResourceServers.PATH;

    private final TestServer server = TestServer.emulate();
    private final Browser admin = Browser.of(server, "owner@example.com");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAdminIsShownTheSecretOnce() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");

        assertThat(made.secret()).matches("secret_[0-9A-Za-z]{43}");
        assertThat(admin.open(PATH).text())
                .contains("Invoices", made.id(), "Never used")
                .doesNotContain(made.secret());
        assertThat(admin.open(PATH + "/" + made.id() + "/delete").text()).doesNotContain(made.secret());
    }

    @Test
    void theAnswerHasACurlThatIntrospects() {
        admin.open(PATH);

        Reply reply = admin.send(PATH, "name", "Invoices");

        assertThat(reply.text()).contains(server.url() + "/v1/oauth/introspect", "token=$TOKEN");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void theListSaysWhenOneWasLastUsed() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");

        made.introspect(server, "x");

        assertThat(admin.open(PATH).text()).contains("in the last hour").doesNotContain("Never used");
    }

    /** Reloading the answer of the form sends the form again. */
    @Test
    void aNameIsGivenOnce() {
        ResourceServers.make(admin, "Invoices");
        admin.open(PATH);

        Reply again = admin.send(PATH, "name", " Invoices ");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("of this name already").doesNotContain("secret_");
    }

    @Test
    void aNameIsSomethingThatCanBeRead() {
        for (String name : new String[] {"", "  ", "a\u202eb", "n".repeat(101)}) {
            admin.open(PATH);

            Reply reply = admin.send(PATH, "name", name);

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.text()).contains("id=\"name-complaint\"");
        }
        assertThat(admin.open(PATH).text()).contains("There is none yet");
    }

    @Test
    void aNameIsShownAsText() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "<b>\"Invoices\"</b>");

        for (String page : new String[] {PATH, PATH + "/" + made.id() + "/delete"}) {
            assertThat(admin.open(page).text()).contains("&lt;b&gt;").doesNotContain("<b>\"Invoices", "\"<b>");
        }
    }

    @Test
    void deletingSaysWhatStopsWorkingAndDeletesOne() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");
        ResourceServers.Credentials other = ResourceServers.make(admin, "Archive");
        assertThat(admin.open(PATH + "/" + made.id() + "/delete").text())
                .contains("Delete Invoices?", "What stops working", made.id());

        Reply deleted = admin.send(PATH + "/" + made.id() + "/delete");

        assertThat(deleted.header("location")).endsWith(PATH + "?done=resource-server-deleted");
        assertThat(admin.open(Browser.path(deleted)).text())
                .contains("The resource server was deleted", other.id())
                .doesNotContain(made.id());
        assertThat(admin.open(PATH + "/" + made.id() + "/delete").status()).isEqualTo(404);
        assertThat(ResourceServers.delete(admin, made).status()).isIn(403, 404);
    }

    @Test
    void itIsForAdminsAlone() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");
        Browser grace = Browser.of(server, "grace@example.com");
        grace.open("/developers/new");

        assertThat(grace.open(PATH).status()).isEqualTo(403);
        assertThat(grace.open(PATH + "/" + made.id() + "/delete").status()).isEqualTo(403);
        assertThat(grace.open("/developers").text()).doesNotContain(PATH);
        grace.open("/developers/new");
        assertThat(grace.send(PATH, "name", "Mine").status()).isEqualTo(403);
        assertThat(grace.send(PATH + "/" + made.id() + "/delete").status()).isEqualTo(403);
        assertThat(made.introspect(server, "x").status()).isEqualTo(200);
        assertThat(admin.open("/developers").text()).contains("href=\"" + PATH + "\"");
    }

    @Test
    void whoIsNotSignedInIsAskedToSignIn() {
        assertThat(new Browser(server).open(PATH).header("location")).contains("/login");
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");

        assertThat(admin.sendBare(PATH, "name", "Foreign").status()).isEqualTo(403);
        assertThat(admin.sendBare(PATH + "/" + made.id() + "/delete").status()).isEqualTo(403);

        assertThat(admin.open(PATH).text()).contains("Invoices").doesNotContain("Foreign");
    }

    @Test
    void aResetOfTheEmulatorEndsThem() {
        ResourceServers.Credentials made = ResourceServers.make(admin, "Invoices");

        server.post("/emulator/reset").json("{}").send();

        assertThat(made.introspect(server, "x").refusal()).isEqualTo("401 invalid_client");
    }
}
