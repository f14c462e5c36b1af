package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A production server that nobody is an admin of yet. */
class FirstAdminTest {
    @TempDir
    private Path folder;

    @Test
    void itPrintsALinkWithItsSecretBehindTheHash() {
        try (TestServer server = Household.empty(folder)) {
            assertThat(server.terminal()).contains(server.url() + "/setup#");
            assertThat(Household.secret(server.terminal())).hasSize(43);
        }
    }

    @Test
    void theLinkMakesOneAdminWhoIsSignedInAndHasAWorkspace() {
        try (Household household = Household.start(folder)) {
            assertThat(household.admin().open("/people").text()).contains("Ada", Household.ADMIN, "Admin");
            assertThat(household.admin().open("/workspaces").text()).contains("Home", "1 member");

            Reply again = Household.setUp(
                    new Browser(household.server()),
                    Household.secret(household.server().terminal()));

            assertThat(again.status()).isEqualTo(422);
            assertThat(again.text()).contains("does not hold").doesNotContain(Household.PASSWORD);
        }
    }

    @Test
    void aWrongCodeMakesNobodyAnAdmin() {
        try (TestServer server = Household.empty(folder)) {
            assertThat(Household.setUp(new Browser(server), "A".repeat(43)).status())
                    .isEqualTo(422);
            assertThat(Household.setUp(new Browser(server), "").status()).isEqualTo(422);
        }
    }

    @Test
    void eachStartPrintsANewLinkAndTheOneBeforeHoldsNoMore() {
        String first;
        try (TestServer server = Household.empty(folder)) {
            first = Household.secret(server.terminal());
        }
        try (TestServer server = Household.empty(folder)) {
            String second = Household.secret(server.terminal());

            assertThat(second).isNotEqualTo(first);
            assertThat(Household.setUp(new Browser(server), first).status()).isEqualTo(422);
            assertThat(Household.setUp(new Browser(server), second).status()).isEqualTo(303);
        }
        try (TestServer server = Household.empty(folder)) {
            assertThat(server.terminal()).isEmpty();
        }
    }

    /** Whoever lost the only admin's password has the machine that the server runs on. */
    @Test
    void anOperatorCanAskForALinkAlthoughThereIsAnAdmin() {
        Household.start(folder).close();
        try (TestServer server = Household.empty(folder, "admin_link", "true")) {
            Browser browser = new Browser(server);
            browser.open("/setup");

            Reply reply = browser.send(
                    "/setup",
                    "code",
                    Household.secret(server.terminal()),
                    "name",
                    "Ada",
                    "email",
                    Household.ADMIN,
                    "password",
                    "another long password",
                    "workspace",
                    "");

            assertThat(reply.status()).isEqualTo(303);
            assertThat(browser.open("/people").text()).containsOnlyOnce("<a class=\"item\"");
        }
    }

    @Test
    void whatIsTypedIsCheckedAndTheLinkStillHolds() {
        try (TestServer server = Household.empty(folder)) {
            String code = Household.secret(server.terminal());
            Browser browser = new Browser(server);
            browser.open("/setup");
            for (List<String> wrong : List.of(
                    List.of("", Household.ADMIN, Household.PASSWORD, "Home"),
                    List.of("Ada", "ada", Household.PASSWORD, "Home"),
                    List.of("Ada", Household.ADMIN, "short", "Home"),
                    List.of("A\u202Eda", Household.ADMIN, Household.PASSWORD, "Home"))) {
                Reply reply = browser.send(
                        "/setup",
                        "code",
                        code,
                        "name",
                        wrong.get(0),
                        "email",
                        wrong.get(1),
                        "password",
                        wrong.get(2),
                        "workspace",
                        wrong.get(3));
                assertThat(reply.status()).as("" + wrong).isEqualTo(422);
                assertThat(reply.text()).contains("role=\"alert\"");
            }
            assertThat(Household.setUp(browser, code).status()).isEqualTo(303);
        }
    }

    /** A person of a world file keeps what the world file says. */
    @Test
    void aPersonWhoIsThereAlreadyBecomesTheAdmin() {
        try (Household household =
                Household.start(folder, "world", TestWorld.file(folder).toString())) {
            long entries = household
                    .admin()
                    .open("/people")
                    .text()
                    .lines()
                    .filter(line -> line.contains("<a class=\"item\""))
                    .count();

            assertThat(entries).isPositive();
            assertThat(household.admin().open("/workspaces").text()).contains("Home");
        }
    }

    /** No password and no one-time secret is anywhere in the folder. */
    @Test
    void nothingSecretIsKeptInClear() throws Exception {
        String secret;
        try (Household household = Household.start(folder)) {
            secret = Household.secret(household.server().terminal());
            household.invite("grace@example.com");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(content).doesNotContain(secret).doesNotContain(Household.PASSWORD);
            }
        }
    }
}
