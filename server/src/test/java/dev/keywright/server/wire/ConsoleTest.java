package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A developer registers a connection at the console, and every change of it holds for the very next request. */
class ConsoleTest {
    private static final String OWNER = "owner@example.com";
    private static final String CALLBACK = "https://shelf.example/callback";

    private final TestServer server = TestServer.emulate();
    private final Browser developer = Browser.of(server, OWNER);

    @AfterEach
    void stop() {
        server.close();
    }

    private static String field(Reply page, String id) {
        Matcher matcher =
                Pattern.compile("id=\"" + id + "\" value=\"([^\"]*)\"").matcher(page.text());
        assertThat(matcher.find()).as(id + " in " + page).isTrue();
        return matcher.group(1);
    }

    /** Registers a connection with every capability and one redirect URI. */
    private App register(String name) {
        developer.open("/developers/new");
        Reply reply = developer.send(
                "/developers/new",
                "name",
                name,
                "redirect_uri",
                CALLBACK,
                "capability",
                "read_content",
                "people",
                "with_email",
                "scope",
                "any");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return new App(field(reply, "client-id"), field(reply, "client-secret"), CALLBACK);
    }

    private String page(App app) {
        return "/developers/" + app.id();
    }

    /** Opens the page of a connection and sends one of its forms. */
    private Reply send(App app, String form, String... fields) {
        developer.open(page(app));
        return developer.send(page(app) + "/" + form, fields);
    }

    private String secretRef(App app, int which) {
        Matcher matcher = Pattern.compile("name=\"secret\" value=\"([0-9a-f]{12})\"")
                .matcher(developer.open(page(app)).text());
        for (int i = 0; i <= which; i++) {
            assertThat(matcher.find()).isTrue();
        }
        return matcher.group(1);
    }

    @Test
    void aConnectionWorksFromTheMomentItIsRegistered() {
        App app = register("Shelf");

        assertThat(app.secret()).matches("secret_[0-9A-Za-z]{43}");
        assertThat(new Flow(server, app).tokens().access()).startsWith("ntn_");
        assertThat(developer.open("/developers").text()).contains("Shelf", app.id(), "1 installation");
    }

    @Test
    void theAnswerThatShowsASecretIsKeptByNobody() {
        developer.open("/developers/new");
        Reply reply = developer.send(
                "/developers/new", "name", "Shelf", "redirect_uri", CALLBACK, "people", "none", "scope", "any");

        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.all("location")).isEmpty();
        // Reloading the answer sends the form again, and registers nothing twice.
        assertThat(developer
                        .send(
                                "/developers/new",
                                "name",
                                "Shelf",
                                "redirect_uri",
                                CALLBACK,
                                "people",
                                "none",
                                "scope",
                                "any")
                        .text())
                .contains("You have a connection of this name already");
    }

    /** C7: works, works beside the new one, and is refused once it is ended. */
    @Test
    void anOldSecretWorksUntilItIsEnded() {
        App old = register("Shelf");
        App renewed = new App(old.id(), field(send(old, "secrets"), "client-secret"), CALLBACK);

        assertThat(new Flow(server, old).introspect("x").status()).isEqualTo(200);
        assertThat(new Flow(server, renewed).introspect("x").status()).isEqualTo(200);

        assertThat(send(old, "secrets").text()).contains("There are two live secrets already");
        assertThat(send(old, "secrets/end", "secret", secretRef(old, 0)).status())
                .isEqualTo(303);

        assertThat(new Flow(server, old).introspect("x").refusal()).isEqualTo("401 invalid_client");
        assertThat(new Flow(server, renewed).introspect("x").status()).isEqualTo(200);
        send(old, "secrets/end", "secret", secretRef(old, 0));
        assertThat(new Flow(server, renewed).introspect("x").refusal()).isEqualTo("401 invalid_client");
        assertThat(developer.open(page(old)).text()).contains("There is no secret");
    }

    @Test
    void theLastUseOfASecretIsShown() {
        App app = register("Shelf");
        assertThat(developer.open(page(app)).text()).contains("Never used");

        new Flow(server, app).introspect("x");

        assertThat(developer.open(page(app)).text()).contains("Last used").doesNotContain("Never used");
    }

    @Test
    void aRedirectUriHoldsFromItsAdditionToItsRemoval() {
        App app = register("Shelf");
        String other = "http://localhost:7000/callback";
        Map<String, String> asked = Map.of("redirect_uri", other);
        assertThat(new Flow(server, app).browse(asked).status()).isEqualTo(400);

        assertThat(send(app, "redirect-uris", "redirect_uri", other).status()).isEqualTo(303);
        assertThat(new Flow(server, app).browse(asked).status()).isEqualTo(302);

        assertThat(send(app, "redirect-uris/remove", "redirect_uri", other).status())
                .isEqualTo(303);
        assertThat(new Flow(server, app).browse(asked).status()).isEqualTo(400);
    }

    /** D7, C1, A1: what is disabled is refused like what is unknown, and comes back as it was. */
    @Test
    void aDisabledConnectionCanDoNothingUntilItIsEnabled() {
        App app = register("Shelf");
        Flow flow = new Flow(server, app);
        Pair pair = flow.tokens();
        String code = flow.code();

        assertThat(send(app, "disable").status()).isEqualTo(303);

        assertThat(flow.exchange(code).refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.refresh(pair.refresh()).refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.me(pair.access()).status()).isEqualTo(401);
        assertThat(flow.browse(Map.of()).status()).isEqualTo(400);

        assertThat(send(app, "enable").status()).isEqualTo(303);
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);
        assertThat(flow.exchange(code).status()).isEqualTo(200);
    }

    /** D7: nothing of a deleted connection is honoured, on any path, and its name must be typed first. */
    @Test
    void aDeletedConnectionIsGoneWithAllThatItCouldDo() {
        App app = register("Shelf");
        Flow flow = new Flow(server, app);
        Pair pair = flow.tokens();
        String code = flow.code();

        developer.open(page(app) + "/delete");
        Reply refused = developer.send(page(app) + "/delete", "name", "shelf");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"shelf\"", "Nothing was deleted");
        assertThat(flow.me(pair.access()).status()).isEqualTo(200);

        assertThat(developer.send(page(app) + "/delete", "name", "Shelf").header("location"))
                .endsWith("/developers?done=deleted");
        assertThat(flow.me(pair.access()).status()).isEqualTo(401);
        assertThat(flow.exchange(code).refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.refresh(pair.refresh()).refusal()).isEqualTo("401 invalid_client");
        assertThat(flow.browse(Map.of()).status()).isEqualTo(400);
        assertThat(developer.open(page(app)).status()).isEqualTo(404);
        assertThat(developer.open("/developers").text()).doesNotContain(app.id());
    }

    @Test
    void whatWillStopWorkingIsSaidBeforeItDoes() {
        App app = register("Shelf");
        new Flow(server, app).tokens();

        assertThat(developer.open(page(app) + "/delete").text())
                .contains("1 installation", "Example Workspace", "Workspace Owner");
    }

    @Test
    void theDetailsAreSavedAndAskedOfPeopleAtOnce() {
        App app = register("Shelf");

        Reply saved = send(
                app,
                "details",
                "version",
                "1",
                "name",
                "Bookshelf",
                "icon",
                "📚",
                "website",
                "https://shelf.example",
                "capability",
                "read_content",
                "capability",
                "read_comments",
                "people",
                "none",
                "scope",
                "any",
                "require_pkce",
                "yes");

        assertThat(saved.header("location")).endsWith("?done=saved");
        assertThat(developer.open(page(app)).text()).contains("Bookshelf", "📚");
        assertThat(new Flow(server, app).browse(Map.of()).sent("error")).isEqualTo("invalid_request");
    }

    @Test
    void whoSavesWhatWasChangedMeanwhileIsToldAndUndoesNothing() {
        App app = register("Shelf");
        String[] first = {"version", "1", "name", "First", "people", "none", "scope", "any"};
        String[] second = {"version", "1", "name", "Second", "people", "none", "scope", "any"};
        assertThat(send(app, "details", first).status()).isEqualTo(303);

        Reply late = developer.send(page(app) + "/details", second);

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Somebody else changed this connection", "value=\"Second\"");
        assertThat(developer.open(page(app)).text()).contains("value=\"First\"");
    }

    /** BOLA: a connection of another is not there, on any path and for any form. */
    @Test
    void onlyWhoRegisteredItAndAdminsKnowThatAConnectionIsThere() {
        App app = register("Shelf");
        Browser other = Browser.of(server, "grace@example.com");
        other.open("/developers/new");
        String unknown = "/developers/00000000-0000-4000-8000-000000000000";

        for (String path : new String[] {page(app), page(app) + "/delete", unknown, "/developers/x"}) {
            assertThat(other.open(path).status()).as(path).isEqualTo(404);
        }
        other.open("/developers/new");
        for (String form : new String[] {
            "details",
            "redirect-uris",
            "redirect-uris/remove",
            "secrets",
            "secrets/end",
            "tokens",
            "tokens/end",
            "disable",
            "enable",
            "delete"
        }) {
            assertThat(other.send(page(app) + "/" + form, "name", "Shelf").status())
                    .as(form)
                    .isEqualTo(404);
        }
        assertThat(other.open("/developers").text()).doesNotContain(app.id());
        assertThat(other.open("/developers?everyone").text()).doesNotContain(app.id());
        assertThat(new Flow(server, app).introspect("x").status()).isEqualTo(200);

        Reply graces = other.send(
                "/developers/new", "name", "Desk", "redirect_uri", CALLBACK, "people", "none", "scope", "any");
        String id = field(graces, "client-id");
        assertThat(developer.open("/developers").text()).doesNotContain(id);
        assertThat(developer.open("/developers?everyone").text()).contains(id, "by Grace Miller", app.id());
        assertThat(developer.open("/developers/" + id).status()).isEqualTo(200);
    }

    /** B1: on every form of the console. */
    @Test
    void noFormOfTheConsoleDoesAnythingWithoutItsTokenOrFromElsewhere() {
        App app = register("Shelf");
        Browser other = Browser.of(server, "grace@example.com");
        other.open("/developers/new");
        for (String form : new String[] {
            "/new",
            "/internal/new",
            "/" + app.id() + "/details",
            "/" + app.id() + "/redirect-uris",
            "/" + app.id() + "/redirect-uris/remove",
            "/" + app.id() + "/secrets",
            "/" + app.id() + "/secrets/end",
            "/" + app.id() + "/tokens",
            "/" + app.id() + "/tokens/end",
            "/" + app.id() + "/disable",
            "/" + app.id() + "/enable",
            "/" + app.id() + "/delete"
        }) {
            String target = "/developers" + form;
            assertThat(developer.sendBare(target, "name", "Shelf").status())
                    .as(form)
                    .isEqualTo(403);
            assertThat(developer
                            .sendBare(target, "csrf", other.token(), "name", "Shelf")
                            .status())
                    .as(form)
                    .isEqualTo(403);
            assertThat(developer
                            .with(server.post(target).header("Origin", "https://evil.example"))
                            .form(Map.of("csrf", developer.token(), "name", "Shelf"))
                            .send()
                            .status())
                    .as(form)
                    .isEqualTo(403);
        }
        assertThat(developer.open(page(app)).status()).isEqualTo(200);
        assertThat(new Flow(server, app).introspect("x").status()).isEqualTo(200);
    }
}
