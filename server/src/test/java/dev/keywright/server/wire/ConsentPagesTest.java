package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does at the authorization page, and what nobody can do there. */
class ConsentPagesTest {
    private static final String OWNER = "owner@example.com";
    private static final String GRACE = "grace@example.com";
    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
    private static final String SALARIES = "99356597-6fba-4662-b6a7-30b7b12e9eed";
    private static final String IDEAS = "c498b6e7-3648-445e-9afa-3a387f006745";
    private static final String EXAMPLE_WORKSPACE = "17ab3186-873d-418f-b899-c3f6a43f68de";
    private static final String SIDE_PROJECT = "f3194a3b-381e-43e7-952c-466e473a1797";

    private TestServer server;
    private Flow flow;

    @BeforeEach
    void start() {
        server = TestServer.emulate();
        flow = Flow.of(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Opens the authorization URL and goes where it leads; gives where the pages of the transaction are. */
    private static String arrive(Browser browser, Flow flow, Map<String, String> more) {
        Reply asked = browser.open(Browser.path(browser.open(Flow.AUTHORIZE + "?" + flow.query(more))));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(303);
        String path = Browser.path(asked);
        assertThat(browser.open(path).status()).isEqualTo(200);
        return path;
    }

    private String arrive(Browser browser) {
        return arrive(browser, flow, Map.of("state", "s"));
    }

    private static Reply allow(Browser browser, String path, String... pages) {
        List<String> fields = new ArrayList<>(List.of("go", "allow"));
        for (String page : pages) {
            fields.addAll(List.of("page", page));
        }
        return browser.send(path + "/pages", fields.toArray(String[]::new));
    }

    /** The ids of the boxes that are ticked on the page of the picker. */
    private static List<String> ticked(Browser browser, String path) {
        String page = browser.open(path + "/pages").text();
        return Pattern.compile("name=\"page\" value=\"([0-9a-f-]{36})\" checked>")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private Reply exchange(Reply redirect) {
        return flow.exchange(redirect.sent("code"));
    }

    @Test
    void aPersonAllowsInThreeClicksFromSigningInToTheApp() {
        Browser browser = new Browser(server);
        Reply login = browser.visit(Flow.AUTHORIZE + "?" + flow.query(Map.of("state", "s")));
        assertThat(login.text()).contains("Who do you want to be?");
        String next = Pattern.compile("name=\"next\" value=\"([^\"]+)\"")
                .matcher(login.text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .replace("&amp;", "&");
        String owner = Pattern.compile("name=\"person\" value=\"([^\"]+)\"")
                .matcher(login.text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        Reply signedIn = browser.send("/login", "person", owner, "next", next);
        String path = Browser.path(browser.open(Browser.path(signedIn)));
        Reply consent = browser.open(path);
        assertThat(consent.text())
                .contains("Example Connection", "wants to connect", OWNER, "localhost:3000", "Read the pages you share")
                .contains("Example Workspace", "Side Project");
        Reply picker = browser.open(Browser.path(browser.send(path, "go", "pages", "workspace", EXAMPLE_WORKSPACE)));
        assertThat(picker.text()).contains("Engineering", "Salaries").doesNotContain("Ideas");
        Reply back = allow(browser, path, ENGINEERING);

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.target()).isEqualTo(flow.app().redirectUri());
        assertThat(back.sent("state")).isEqualTo("s");
        assertThat(exchange(back).status()).isEqualTo(200);
    }

    /** A14. */
    @Test
    void aPersonCancelsAndTheAppIsToldSo() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        Reply back = browser.send(path, "go", "cancel");

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.sent("error")).isEqualTo("access_denied");
        assertThat(back.sent("state")).isEqualTo("s");
        assertThat(allow(browser, path).status()).isEqualTo(409);
    }

    /** B12: a form whose answer redirects to the app must be allowed to. */
    @Test
    void thePolicyOfEachPageNamesTheOriginThatTheAnswerReturnsTo() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        for (String page : List.of(path, path + "/pages")) {
            assertThat(browser.open(page).header("content-security-policy"))
                    .contains("form-action 'self' http://localhost:3000;");
        }
    }

    @Test
    void installingAgainShowsTheEarlierChoice() {
        Browser browser = Browser.of(server, OWNER);
        String first = arrive(browser);
        assertThat(ticked(browser, first)).isEmpty();
        exchange(allow(browser, first, ENGINEERING, SALARIES));

        assertThat(ticked(browser, arrive(browser))).containsExactlyInAnyOrder(ENGINEERING, SALARIES);
        Browser grace = Browser.of(server, GRACE);
        assertThat(ticked(grace, arrive(grace))).isEmpty();
    }

    @Test
    void aWorkspaceIsChosenAndItsPagesAreShared() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        browser.send(path, "go", "pages", "workspace", SIDE_PROJECT);
        assertThat(browser.open(path + "/pages").text()).contains("Ideas").doesNotContain("Engineering");
        Reply exchanged = exchange(allow(browser, path, IDEAS));

        assertThat(exchanged.field("workspace_id")).isEqualTo(SIDE_PROJECT);
    }

    /** Without script, each button brings the whole choice along. */
    @Test
    void ticksAreKeptFromLevelToLevelAndThroughASearch() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        Reply in = browser.send(path + "/pages", "go", "in:" + ENGINEERING, "page", SALARIES);
        Reply level = browser.open(Browser.path(in));
        assertThat(level.text()).contains("Runbooks", "Selected elsewhere", "Salaries", "1 page selected");

        Reply search = browser.send(path + "/pages", "go", "search", "q", "RUNB", "page", SALARIES);
        Reply found = browser.open(Browser.path(search));
        assertThat(found.text()).contains("Runbooks", "Salaries").doesNotContain("Product");

        Reply all = browser.send(path + "/pages", "go", "all");
        assertThat(browser.open(Browser.path(all)).text()).contains("4 pages selected");
        browser.send(path + "/pages", "go", "none");
        assertThat(ticked(browser, path)).isEmpty();
    }

    @Test
    void theScriptGetsLevelsAndWhatWasFound() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        Reply top = browser.open(path + "/level");
        assertThat(top.header("content-type")).startsWith("application/json");
        assertThat(top.json().path("pages").path(0).path("title").asString()).isEqualTo("Engineering");
        Reply below = browser.open(path + "/level?in=" + ENGINEERING);
        assertThat(below.json().path("pages").path(0).path("above").path(0).asString())
                .isEqualTo(ENGINEERING);
        Reply found = browser.open(path + "/search?q=runbook");
        assertThat(found.json().path("pages").path(0).path("way").asString()).isEqualTo("Engineering");

        assertThat(new Browser(server).open(path + "/level").target()).isEqualTo("/login");
        assertThat(Browser.of(server, GRACE).open(path + "/level").target()).isEqualTo("/install-integration");
        Browser grace = Browser.of(server, GRACE);
        assertThat(grace.open(arrive(grace) + "/search?q=salar")
                        .json()
                        .path("pages")
                        .size())
                .isZero();
    }

    /** The third connection has a template: its copy is all that the bot sees. */
    @Test
    void theTemplateIsCopiedWhenTheCodeIsRedeemed() {
        Flow notes = flow.as(App.NOTES);
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser, notes, Map.of());

        Reply step = browser.open(Browser.path(browser.send(path, "go", "template", "workspace", EXAMPLE_WORKSPACE)));
        assertThat(step.text()).contains("Meeting notes", "the 2 pages below it");
        Reply exchanged =
                notes.exchange(browser.send(path, "go", "use-template").sent("code"));

        String copy = exchanged.field("duplicated_template_id");
        assertThat(copy).matches("[0-9a-f-]{36}");
        assertThat(ticked(browser, arrive(browser, notes, Map.of()))).containsExactly(copy);
        String below = browser.open(arrive(browser, notes, Map.of()) + "/level?in=" + copy)
                .text();
        assertThat(below).contains("Agenda", "Action items");
    }

    /** B6: the first connection has no template, whatever the form says. */
    @Test
    void aTemplateThatTheConnectionDoesNotHaveIsNotCopied() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);
        String before = server.get("/emulator/world").send().text();

        Reply refused = browser.send(path, "go", "use-template", "template_page", IDEAS);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(server.get("/emulator/world").send().text()).isEqualTo(before);
    }

    /** B4: what a form says of client, redirect URI, scope or person is not even read. */
    @Test
    void whatIsTamperedWithBetweenPageAndAnswerDecidesNothing() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        Reply back = browser.send(
                path + "/pages",
                "go",
                "allow",
                "page",
                ENGINEERING,
                "client_id",
                App.REPORTS.id(),
                "redirect_uri",
                "https://evil.example/",
                "state",
                "other",
                "person",
                GRACE,
                "capabilities",
                "none",
                "workspace",
                SIDE_PROJECT);

        assertThat(back.target()).isEqualTo(flow.app().redirectUri());
        assertThat(back.sent("state")).isEqualTo("s");
        Reply exchanged = exchange(back);
        assertThat(exchanged.field("workspace_id")).isEqualTo(EXAMPLE_WORKSPACE);
        assertThat(exchanged.json().at("/owner/user/person/email").asString()).isEqualTo(OWNER);
    }

    /** B5: a page of another workspace, of another person, of nobody; a workspace of another person. */
    @Test
    void whatAPersonMayNotShareIsRefusedAndTheGrantIsAsItWas() {
        Browser grace = Browser.of(server, GRACE);
        exchange(allow(grace, arrive(grace), ENGINEERING));
        String path = arrive(grace);

        for (String page : List.of(SALARIES, IDEAS, EXAMPLE_WORKSPACE, "not-an-id")) {
            Reply refused = allow(grace, path, ENGINEERING, page);
            assertThat(refused.status()).as(page).isEqualTo(400);
            assertThat(refused.header("location")).isEmpty();
            grace.open(path);
            assertThat(grace.send(path + "/pages", "go", "top", "page", page).status())
                    .isEqualTo(400);
            grace.open(path);
        }
        assertThat(grace.send(path, "go", "pages", "workspace", SIDE_PROJECT).status())
                .isEqualTo(400);

        assertThat(ticked(grace, path)).containsExactly(ENGINEERING);
        assertThat(exchange(allow(grace, path, ENGINEERING)).status()).isEqualTo(200);
    }

    /** B7: back button, double click. */
    @Test
    void aSecondAnswerGetsNoSecondCodeAndThePageSaysWhy() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);

        Reply first = allow(browser, path, ENGINEERING);
        Reply second = allow(browser, path, ENGINEERING);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("You have answered this", "Ask me again");
        assertThat(second.text()).doesNotContain(first.sent("code"));
        assertThat(browser.open(path).status()).isEqualTo(409);
        assertThat(exchange(first).status()).isEqualTo(200);
    }

    /** B8: signed out meanwhile. */
    @Test
    void whoeverSignedOutSignsInAgainBeforeAnyAnswer() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);
        String token = browser.token();
        browser.send("/logout");

        Reply answer = browser.sendBare(path + "/pages", "csrf", token, "go", "allow", "page", ENGINEERING);

        assertThat(answer.target()).isEqualTo("/login");
        assertThat(browser.open(path).target()).isEqualTo("/login");
    }

    /** B8: someone else signed in in another tab; the page that is still open must not answer as that person. */
    @Test
    void whoeverElseSignedInIsAskedAnewAndNeverAnswersForTheOther() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);
        String token = browser.token();
        browser.become(GRACE);

        Reply stale = browser.sendBare(path + "/pages", "csrf", token, "go", "allow", "page", ENGINEERING);
        assertThat(stale.status()).isEqualTo(403);

        browser.open("/login");
        Reply fresh = allow(browser, path, ENGINEERING);
        assertThat(fresh.target()).isEqualTo("/install-integration");
        Reply asked = browser.visit(Browser.path(fresh));
        assertThat(asked.text()).contains(GRACE, "wants to connect");
    }

    /** B1: no token, another session's token, another site. */
    @Test
    void anAnswerThatNoPageOfThisSessionSentIsRefused() {
        Browser browser = Browser.of(server, OWNER);
        String path = arrive(browser);
        Browser other = Browser.of(server, OWNER);
        arrive(other);

        assertThat(browser.sendBare(path + "/pages", "go", "allow").status()).isEqualTo(403);
        assertThat(browser.sendBare(path + "/pages", "go", "allow", "csrf", other.token())
                        .status())
                .isEqualTo(403);
        assertThat(browser.sendBare(path, "go", "cancel", "csrf", "").status()).isEqualTo(403);
        assertThat(exchange(allow(browser, path, ENGINEERING)).status()).isEqualTo(200);
    }

    /** The transaction ends half an hour after it began. */
    @Test
    void aRequestThatWaitedTooLongIsOver() {
        try (TestServer still = TestServer.withStillClock()) {
            Browser browser = Browser.of(still, OWNER);
            String path = arrive(browser, Flow.of(still), Map.of());
            still.advance(java.time.Duration.ofMinutes(30));

            assertThat(browser.open(path).status()).isEqualTo(404);
            assertThat(allow(browser, path, ENGINEERING).status()).isEqualTo(404);
        }
    }

    /** G16: the code is still pending when the person disconnects. */
    @Test
    void aCodeThatWaitsWhenThePersonDisconnectsIsDead() {
        Browser browser = Browser.of(server, OWNER);
        String bot = exchange(allow(browser, arrive(browser), ENGINEERING)).field("bot_id");
        Reply pending = allow(browser, arrive(browser), ENGINEERING);

        server.post("/emulator/revoke").json(Map.of("bot_id", bot)).send();

        assertThat(exchange(pending).refusal()).isEqualTo("400 invalid_grant");
        assertThat(ticked(browser, arrive(browser))).isEmpty();
    }

    /** G16: of two consents the one redeemed later holds, and both authorizations live. */
    @Test
    void ofTwoConsentsThePagesOfTheOneRedeemedLastHold() {
        Browser browser = Browser.of(server, OWNER);
        Reply one = allow(browser, arrive(browser), ENGINEERING);
        Reply two = allow(browser, arrive(browser), SALARIES);

        Reply second = exchange(two);
        Reply first = exchange(one);

        assertThat(first.field("bot_id")).isEqualTo(second.field("bot_id"));
        assertThat(flow.active(first.field("access_token"))).isTrue();
        assertThat(flow.active(second.field("access_token"))).isTrue();
        assertThat(ticked(browser, arrive(browser))).containsExactly(ENGINEERING);
    }
}
