package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in as a person of the emulator's world, and what a session is. */
class SignInTest {
    private static final String SESSION = "keywright-session";
    private static final String OWNER = "owner@example.com";

    @AutoClose
    private static final TestServer SERVER = TestServer.emulate();

    @Test
    void thePeopleOfTheWorldAreThereToChooseFrom() {
        Browser browser = new Browser(SERVER);

        Reply page = browser.open("/login");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(OWNER, "grace@example.com");
    }

    @Test
    void oneClickSignsInAndGoesWhereThePersonWantedToGo() {
        Browser browser = new Browser(SERVER);
        Reply page = browser.open("/login?next=%2Fnext%3Fa%3D1%26b%3D2");
        assertThat(page.text()).contains("name=\"next\" value=\"/next?a=1&amp;b=2\"");

        Reply reply = browser.send("/login", "person", person(page), "next", "/next?a=1&b=2");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location")).isEqualTo("/next?a=1&b=2");
        assertThat(browser.open("/login").text()).contains("Sign out");
    }

    /** B11. */
    @Test
    void onLoopbackTheCookieIsAsCloseAsABrowserTakes() {
        Browser browser = new Browser(SERVER);
        Reply page = browser.open("/login");
        Reply reply = browser.send("/login", "person", person(page));

        assertThat(reply.header("set-cookie"))
                .matches("keywright-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
    }

    /** B11. */
    @Test
    void overTlsTheCookieIsOfThisHostAloneAndNeverOnPlainHttp() {
        try (TestServer server = TestServer.emulate("public_url", "https://auth.example")) {
            Browser browser = new Browser(server);
            Reply page = browser.open("/login");
            Reply reply = browser.send("/login", "person", person(page));

            assertThat(page.header("set-cookie"))
                    .matches("__Host-keywright-visit=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
            assertThat(reply.header("set-cookie"))
                    .matches("__Host-keywright-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Secure");
        }
    }

    private static String person(Reply page) {
        return page.text().replaceFirst("(?s).*?name=\"person\" value=\"([^\"]+)\".*", "$1");
    }

    /** B11: whoever planted or saw the session before the sign-in has nothing of the one after. */
    @Test
    void signingInMakesANewSessionAndEndsTheOneBefore() {
        Browser browser = Browser.of(SERVER, OWNER);
        String before = browser.cookie(SESSION);

        browser.become("grace@example.com");

        assertThat(browser.cookie(SESSION)).isNotEqualTo(before);
        Browser thief = new Browser(SERVER);
        thief.cookie(SESSION, before);
        assertThat(thief.open("/login").text()).doesNotContain("Sign out");
    }

    @Test
    void signingOutEndsTheSessionAtTheServer() {
        Browser browser = Browser.of(SERVER, OWNER);
        String session = browser.cookie(SESSION);
        browser.open("/login");

        Reply reply = browser.send("/logout");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location")).isEqualTo("/login");
        assertThat(browser.cookie(SESSION)).isEmpty();
        browser.cookie(SESSION, session);
        assertThat(browser.open("/login").text()).doesNotContain("Sign out");
    }

    /** B1: sign-in and sign-out are forms like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout"})
    void aFormWithoutTheTokenOfThisSessionDoesNothing(String action) {
        Browser browser = Browser.of(SERVER, OWNER);
        Browser other = Browser.of(SERVER, OWNER);
        other.open("/login");

        Reply missing = browser.sendBare(action, "person", "");
        Reply foreign = browser.sendBare(action, "csrf", other.token());

        assertThat(missing.status()).isEqualTo(403);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(browser.open("/login").text()).contains("Sign out");
    }

    /** B1: the token alone is not enough. */
    @Test
    void aFormFromAnotherOriginDoesNothing() {
        Browser browser = Browser.of(SERVER, OWNER);
        browser.open("/login");

        for (String origin : new String[] {"https://evil.example", "null"}) {
            Reply reply = browser.with(SERVER.post("/logout").header("Origin", origin))
                    .body("application/x-www-form-urlencoded", "csrf=" + browser.token())
                    .send();
            assertThat(reply.status()).as(origin).isEqualTo(403);
        }
        assertThat(browser.open("/login").text()).contains("Sign out");
    }

    @Test
    void aSessionEndsAfterAWeekOfDisuseAndAfterAMonthWhateverItsUse() {
        try (TestServer server = TestServer.withStillClock()) {
            Browser used = Browser.of(server, OWNER);
            Browser unused = Browser.of(server, OWNER);
            for (int day = 0; day < 29; day++) {
                server.advance(Duration.ofDays(1));
                assertThat(used.open("/login").text()).as("day " + day).contains("Sign out");
            }
            assertThat(unused.open("/login").text()).doesNotContain("Sign out");

            server.advance(Duration.ofDays(1));

            assertThat(used.open("/login").text()).doesNotContain("Sign out");
        }
    }

    @Test
    void aResetEndsEverySession() {
        try (TestServer server = TestServer.emulate()) {
            Browser browser = Browser.of(server, OWNER);

            server.post("/emulator/reset").json("{}").send();

            assertThat(browser.open("/login").text()).doesNotContain("Sign out").contains(OWNER, "Admin");
        }
    }

    /** A16: only a path of this server. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "/a\\b",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "\t//evil.example",
                "/%0a\n",
                " /connections",
                "evil.example",
                "/ü"
            })
    void nextIsAPathOfThisServerOrNothing(String next) {
        Browser browser = new Browser(SERVER);
        Reply page = browser.open("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        Reply reply = browser.send("/login", "person", person(page), "next", next);

        assertThat(page.text()).contains("name=\"next\" value=\"/\"");
        assertThat(reply.header("location")).isEqualTo("/");
    }

    /** What the session is kept as is of no use to whoever reads the database. */
    @Test
    void theDatabaseHasTheHashOfTheSessionAlone(@TempDir Path folder) throws Exception {
        String session;
        try (TestServer server = TestServer.emulate(
                "data",
                folder.resolve("data").toString(),
                "keys",
                folder.resolve("keys").toString())) {
            session = Browser.of(server, OWNER).cookie(SESSION);
        }
        try (var files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                assertThat(new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(session);
            }
        }
    }
}
