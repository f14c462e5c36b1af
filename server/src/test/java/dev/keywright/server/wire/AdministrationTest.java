package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What admins do with people and workspaces, and what nobody else can. */
class AdministrationTest {
    private static Household household;

    @BeforeAll
    static void start(@TempDir Path folder) {
        household = Household.start(folder);
    }

    @AfterAll
    static void stop() {
        household.close();
    }

    @Test
    void whoeverIsInvitedChoosesAPasswordOnceAndSignsInWithIt() {
        String secret = household.invite("grace@example.com");
        Browser browser = new Browser(household.server());
        browser.open("/join");

        Reply weak = browser.send("/join", "code", secret, "password", "short");
        Reply joined = browser.send("/join", "code", secret, "name", "Grace", "password", "graces long password");
        Reply again = browser.send("/join", "code", secret, "password", "another long password");

        assertThat(weak.status()).isEqualTo(422);
        assertThat(joined.status()).isEqualTo(303);
        assertThat(browser.open("/account").text()).contains("Grace", "grace@example.com");
        assertThat(again.status()).isIn(403, 422);
        assertThat(household.admin().open("/people").text()).contains("Grace");
    }

    @Test
    void anEmailIsOnePersons() {
        household.invite("henry@example.com");
        household.admin().open("/people");

        Reply reply = household.admin().send("/people", "email", "Henry@Example.com");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("Somebody here has this email already.");
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        String first = household.invite("irene@example.com");
        String second = Household.secret(
                household.administer("irene@example.com", "link").text());
        Browser browser = new Browser(household.server());
        browser.open("/join");

        assertThat(browser.send("/join", "code", first, "password", "irenes long password")
                        .status())
                .isEqualTo(422);
        assertThat(browser.send("/join", "code", second, "password", "irenes long password")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoeverIsDeactivatedIsOutAtOnceAndStaysOut() {
        Browser browser = household.join("judy@example.com", "judys long password");
        String link = Household.secret(
                household.administer("judy@example.com", "link").text());

        assertThat(household.administer("judy@example.com", "deactivate").status())
                .isEqualTo(303);

        assertThat(browser.open("/account").status()).isEqualTo(303);
        assertThat(household
                        .signIn(browser, "judy@example.com", "judys long password")
                        .status())
                .isEqualTo(422);
        browser.open("/join");
        assertThat(browser.send("/join", "code", link, "password", "judys second password")
                        .status())
                .isEqualTo(422);

        household.administer("judy@example.com", "activate");
        assertThat(household
                        .signIn(new Browser(household.server()), "judy@example.com", "judys long password")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void oneAdminIsAlwaysLeft(@TempDir Path folder) {
        try (Household alone = Household.start(folder)) {
            assertThat(alone.administer(Household.ADMIN, "no-admin").status()).isEqualTo(409);
            assertThat(alone.administer(Household.ADMIN, "deactivate").status()).isEqualTo(409);

            alone.join("second@example.com", "the second has a password");
            assertThat(alone.administer("second@example.com", "admin").status()).isEqualTo(303);
            assertThat(alone.administer(Household.ADMIN, "no-admin").status()).isEqualTo(303);
            assertThat(alone.admin().open("/people").status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/workspaces", "/people/3ceaaf30-8142-48ea-91d9-3080f9b439fc"})
    void othersCanNeitherSeeNorDoAnything(String path) {
        Browser person = household.join("other" + path.hashCode() + "@example.com", "others have long passwords");
        person.open("/account");
        Browser nobody = new Browser(household.server());
        nobody.open("/login");

        assertThat(person.open(path).status()).isEqualTo(403);
        person.open("/account");
        assertThat(person.send(path, "email", "x@example.com", "name", "x", "do", "admin")
                        .status())
                .isEqualTo(403);
        assertThat(nobody.send(path, "do", "admin").header("location")).isEqualTo("/login?next=%2F");
    }

    @Test
    void aWorkspaceIsMadeRenamedFilledAndDeleted() {
        Browser admin = household.admin();
        admin.open("/workspaces");
        String path = admin.send("/workspaces", "name", "Books").header("location");

        admin.open(path);
        admin.send(path + "/pages", "title", "Novels");
        Matcher novels = Pattern.compile("name=\"parent\" value=\"([^\"]+)\"")
                .matcher(admin.open(path).text());
        assertThat(novels.find()).isTrue();
        admin.send(path + "/pages", "title", "Short ones", "parent", novels.group(1));
        admin.send(path + "/titles", "title", "Long novels", "page", novels.group(1));
        admin.send(path + "/name", "name", "Library");
        household.join("keith@example.com", "keiths long password");
        admin.open(path);
        admin.send(path + "/members", "email", "keith@example.com");

        assertThat(admin.open(path).text())
                .contains("Library", "Long novels", "Short ones", "depth-1", "keith@example.com")
                .doesNotContain("Books");
        assertThat(admin.send(path + "/delete", "name", "library").status()).isEqualTo(422);
        assertThat(admin.send(path + "/delete", "name", "Library").status()).isEqualTo(303);
        assertThat(admin.open(path).status()).isEqualTo(404);
        assertThat(admin.send(path + "/nothing").status()).isEqualTo(404);
    }

    /** B1: an admin's forms are forms like any other. */
    @Test
    void noOtherPageMakesAnAdmin() {
        household.join("mallory@example.com", "mallory has a password");
        String page = household.personPage("mallory@example.com");
        household.admin().open(page);

        assertThat(household.admin().sendBare(page, "do", "admin").status()).isEqualTo(403);
        Reply foreign = household
                .admin()
                .with(household.server().post(page).header("Origin", "https://evil.example"))
                .body(
                        "application/x-www-form-urlencoded",
                        "do=admin&csrf=" + household.admin().token())
                .send();

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(household.admin().open(page).text()).contains("Make an admin");
    }
}
