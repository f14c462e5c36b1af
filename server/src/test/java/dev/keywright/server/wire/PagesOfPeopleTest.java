package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of sign-in and administration have in common, on a server with an https public URL. */
class PagesOfPeopleTest {
    private static Logged logged;
    private static Household household;

    @BeforeAll
    static void start(@TempDir Path folder) {
        logged = Logged.everything();
        household = Household.start(folder, "public_url", "https://auth.example");
        household.invite("grace@example.com");
    }

    @AfterAll
    static void stop() {
        household.close();
        logged.close();
    }

    private static Stream<String> pages() {
        return Stream.of(
                "/login",
                "/login?next=%2Fpeople",
                "/setup",
                "/join",
                "/people",
                "/people?page=9",
                household.personPage("grace@example.com"),
                "/workspaces",
                household
                        .admin()
                        .open("/workspaces")
                        .text()
                        .replaceFirst("(?s).*href=\"(/workspaces/[0-9a-f-]{36})\".*", "$1"),
                "/account",
                "/nothing");
    }

    /** B2 and B12: in no frame, nothing from elsewhere, nothing inline, nothing kept, and no address told to others. */
    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsInNoFrameAndLoadsNothingFromElsewhere(String path) {
        Reply reply = household.admin().open(path);

        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.header("content-security-policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
        assertThat(reply.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.all("cache-control")).isEqualTo(List.of("no-store"));
        assertThat(reply.text()).doesNotContain("style=", "<style", "onclick", "javascript:", "<script>");
    }

    /** Without a script and the data of people a page is small. */
    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsSmall(String path) {
        assertThat(household.admin().open(path).body()).hasSizeLessThan(16_000);
    }

    /** B11. */
    @Test
    void everyCookieIsOfThisHostAloneAndOfNoScript() {
        Browser browser = new Browser(household.server());
        Reply page = browser.open("/login");
        Reply signedIn = browser.send("/login", "email", Household.ADMIN, "password", Household.PASSWORD);
        List<String> cookies = Stream.of(page, signedIn)
                .flatMap(reply -> reply.all("set-cookie").stream())
                .toList();

        assertThat(cookies)
                .hasSize(3)
                .allMatch(cookie -> cookie.matches(
                        "__Host-keywright-(visit|session|device)=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax;"
                                + " Secure(; Max-Age=31536000)?"));
    }

    /** B3: what people type is shown as what it is. */
    @Test
    void aNameIsShownAsText() {
        String name = "<b>Bob</b> & \"Co\"";
        household.admin().open("/people");
        household.admin().send("/people", "email", "bob@example.com", "name", name);

        assertThat(household.admin().open("/people").text())
                .doesNotContain("<b>Bob")
                .contains("&lt;b&gt;Bob&lt;/b&gt; &amp; \"Co\"");
    }

    /** Neither log nor audit has a password, a link, a session or an email; the audit has what was done. */
    @Test
    void theLogSaysWhoSignedInAndNothingSecret() {
        Browser browser = new Browser(household.server());
        Reply wrong = household.signIn(browser, Household.ADMIN, "a wrong password");
        Reply right = household.signIn(browser, Household.ADMIN, Household.PASSWORD);
        String link = household.invite("heidi@example.com");

        assertThat(logged.audit(wrong)).singleElement().asString().startsWith("sign_in_refused person=");
        assertThat(logged.audit(right)).singleElement().asString().startsWith("signed_in person=");
        assertThat(String.join("\n", logged.lines()))
                .contains("what=person_added")
                .doesNotContain(
                        "a wrong password",
                        Household.PASSWORD,
                        link,
                        browser.cookie("__Host-keywright-session"),
                        browser.cookie("__Host-keywright-device"),
                        "heidi@example.com");
    }
}
