package dev.keywright.server.wire;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A production server on a folder of its own, set up by its first admin as a person would do it. */
final class Household implements AutoCloseable {
    static final String ADMIN = "ada@example.com";
    static final String PASSWORD = "ada has a long password";
    private static final Pattern LINK = Pattern.compile("/(?:setup|join)#([A-Za-z0-9_-]{43})");

    private final TestServer server;
    private final Browser admin;

    private Household(TestServer server, Browser admin) {
        this.server = server;
        this.admin = admin;
    }

    static TestServer empty(Path folder, String... settings) {
        return TestServer.serve(TestWorld.with(
                settings,
                "data",
                folder.resolve("data").toString(),
                "keys",
                folder.resolve("keys").toString()));
    }

    static Household start(Path folder, String... settings) {
        TestServer server = empty(folder, settings);
        Browser admin = new Browser(server);
        Reply reply = setUp(admin, secret(server.terminal()));
        if (reply.status() != 303) {
            throw new AssertionError(reply);
        }
        return new Household(server, admin);
    }

    /** The secret of the last one-time link in a text. */
    static String secret(String text) {
        Matcher matcher = LINK.matcher(text);
        String secret = "";
        while (matcher.find()) {
            secret = matcher.group(1);
        }
        return secret;
    }

    /** Sends the form of the first admin. */
    static Reply setUp(Browser browser, String code) {
        browser.open("/setup");
        return browser.send(
                "/setup", "code", code, "name", "Ada", "email", ADMIN, "password", PASSWORD, "workspace", "Home");
    }

    TestServer server() {
        return server;
    }

    /** The browser of the first admin, signed in. */
    Browser admin() {
        return admin;
    }

    /** Signs in; the answer of the form. */
    Reply signIn(Browser browser, String email, String password) {
        browser.open("/login");
        return browser.send("/login", "email", email, "password", password);
    }

    /** Adds a person to the first workspace; gives the secret of the link. */
    String invite(String email) {
        Reply page = admin.open("/people");
        Matcher workspace =
                Pattern.compile("name=\"workspace\" value=\"([^\"]+)\"").matcher(page.text());
        if (!workspace.find()) {
            throw new AssertionError(page);
        }
        return secret(admin.send("/people", "email", email, "workspace", workspace.group(1))
                .text());
    }

    /** A person who was invited and has joined, signed in. */
    Browser join(String email, String password) {
        String secret = invite(email);
        Browser browser = new Browser(server);
        browser.open("/join");
        Reply reply = browser.send("/join", "code", secret, "password", password);
        if (reply.status() != 303) {
            throw new AssertionError(reply);
        }
        return browser;
    }

    /** The path of a person's page. */
    String personPage(String email) {
        Matcher person = Pattern.compile(
                        "href=\"(/people/[0-9a-f-]{36})\"(?:(?!</a>).)*" + Pattern.quote(email), Pattern.DOTALL)
                .matcher(admin.open("/people").text());
        if (!person.find()) {
            throw new AssertionError("nobody is " + email);
        }
        return person.group(1);
    }

    /** Does something with a person's account, as the admin. */
    Reply administer(String email, String what) {
        String page = personPage(email);
        admin.open(page);
        return admin.send(page, "do", what);
    }

    @Override
    public void close() {
        server.close();
    }
}
