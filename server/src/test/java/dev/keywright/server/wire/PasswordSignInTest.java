package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in to a production server with email and password. */
class PasswordSignInTest {
    private static final String SESSION = "keywright-session";
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
    void theRightPasswordSignsInWhateverTheCaseOfTheEmail() {
        Browser browser = new Browser(household.server());
        browser.open("/login?next=%2Faccount");

        Reply reply =
                browser.send("/login", "email", "ADA@example.com", "password", Household.PASSWORD, "next", "/account");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("location")).isEqualTo("/account");
        assertThat(browser.open("/account").text()).contains(Household.ADMIN);
    }

    @Test
    void aFailureSaysNothingOfWhichWasWrong() {
        Reply wrongPassword = household.signIn(new Browser(household.server()), Household.ADMIN, "wrong");
        Reply wrongEmail = household.signIn(new Browser(household.server()), "eve@example.com", Household.PASSWORD);

        assertThat(wrongPassword.status()).isEqualTo(422);
        assertThat(wrongPassword.text()).contains("Email or password is wrong.").doesNotContain("value=\"wrong\"");
        assertThat(shape(wrongEmail, "eve@example.com")).isEqualTo(shape(wrongPassword, Household.ADMIN));
    }

    private static String shape(Reply reply, String email) {
        return reply.status()
                + reply.text().replace(email, "EMAIL").replaceAll("name=\"csrf\" value=\"[^\"]+\"", "TOKEN");
    }

    @Test
    void whoeverGuessesMustWaitAndTheOwnerInAKnownBrowserNeedNot() {
        Browser owner = household.join("owner@example.com", "the owner has a password");
        Browser guesser = new Browser(household.server());
        Reply reply = household.signIn(guesser, "owner@example.com", "guess 0");
        for (int i = 1; i < 12 && reply.status() == 422; i++) {
            reply = household.signIn(guesser, "owner@example.com", "guess " + i);
        }

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("retry-after"))).isBetween(1, 60);
        owner.open("/account");
        owner.send("/logout");
        assertThat(household
                        .signIn(owner, "owner@example.com", "the owner has a password")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() {
        Browser here = household.join("carol@example.com", "carols first password");
        Browser there = new Browser(household.server());
        assertThat(household
                        .signIn(there, "carol@example.com", "carols first password")
                        .status())
                .isEqualTo(303);
        here.open("/account");

        Reply wrong = here.send("/account/password", "current", "not it", "password", "carols second password");
        Reply right = here.send(
                "/account/password", "current", "carols first password", "password", "carols second password");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(right.status()).isEqualTo(303);
        assertThat(here.open("/account").status()).isEqualTo(200);
        assertThat(there.open("/account").header("location")).isEqualTo("/login?next=%2Faccount");
        assertThat(household
                        .signIn(there, "carol@example.com", "carols first password")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        Browser here = household.join("dave@example.com", "daves long password");
        Browser there = new Browser(household.server());
        household.signIn(there, "dave@example.com", "daves long password");
        here.open("/account");

        Reply reply = here.send("/account/sessions");

        assertThat(reply.header("location")).isEqualTo("/login");
        assertThat(here.cookie(SESSION)).isEmpty();
        assertThat(there.open("/account").status()).isEqualTo(303);
    }

    @Test
    void nobodySignsInHereWithoutAPassword() {
        Browser browser = new Browser(household.server());
        Reply page = browser.open("/login");
        Reply reply = browser.send("/login", "person", "3ceaaf30-8142-48ea-91d9-3080f9b439fc");

        assertThat(page.text()).doesNotContain("Who do you want to be");
        assertThat(reply.status()).isEqualTo(422);
    }
}
