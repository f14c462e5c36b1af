package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every wrong entry is answered with its reason beside its field, and nothing that was entered is lost. */
class ConsoleFieldsTest {
    private static final String EXAMPLE = "/developers/463558a3-725e-4f37-b6d3-0889894f68de";

    private static TestServer server;
    private static Browser developer;

    @BeforeAll
    static void start() {
        server = TestServer.emulate();
        developer = Browser.of(server, "owner@example.com");
        developer.open("/developers/new");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String[] withField(String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "name", "Kept Name",
                "icon", "📚",
                "website", "https://kept.example",
                "redirect_uri", "https://kept.example/callback",
                "capability", "read_comments",
                "people", "without_email",
                "scope", "any"));
        fields.put(name, value);
        List<String> all = new ArrayList<>();
        fields.forEach((key, entry) -> {
            all.add(key);
            all.add(entry);
        });
        return all.toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name | '' | Enter a name",
                "name | '   ' | Enter a name",
                "name | Example Connection | You have a connection of this name already",
                "icon | xy | An icon is one emoji",
                "icon | http://kept.example/icon.png | An icon is one emoji",
                "website | kept.example | A website is an address",
                "website | javascript:alert(1) | A website is an address",
                "redirect_uri | '' | Enter a redirect URI",
                "redirect_uri | javascript:alert(1) | A browser runs or opens what this scheme names",
                "redirect_uri | data:text/html,x | A browser runs or opens what this scheme names",
                "redirect_uri | vbscript:x | A browser runs or opens what this scheme names",
                "redirect_uri | file:///etc/passwd | A browser runs or opens what this scheme names",
                "redirect_uri | https://kept.example/#x | has no fragment",
                "redirect_uri | https://user@kept.example/ | no user name",
                "redirect_uri | https://*.kept.example/ | no wildcards",
                "redirect_uri | /callback | is absolute",
                "redirect_uri | https:///callback | names no host",
                "redirect_uri | https://kept example/ | not a valid URI",
                "capability | delete_content | Choose from the capabilities",
                "people | everything | Choose from the capabilities",
                "scope | selected | Choose at least one",
                "template_page | x | Enter the id of a page",
                "template_page | 00000000-0000-4000-8000-000000000000 | There is no such page",
            })
    void aWrongFieldIsNamedAndEverythingEnteredIsKept(String field, String value, String complaint) {
        Reply reply = developer.send("/developers/new", withField(field, value));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains(complaint).contains("Nothing was registered yet");
        Map<String, String> kept = new LinkedHashMap<>(Map.of(
                "name", "value=\"Kept Name\"",
                "icon", "value=\"📚\"",
                "website", "value=\"https://kept.example\"",
                "redirect_uri", "value=\"https://kept.example/callback\"",
                "capability", "value=\"read_comments\" checked",
                "people", "value=\"without_email\" checked",
                "scope", "value=\"any\" checked"));
        kept.remove(field);
        assertThat(reply.text()).contains(kept.values());
        assertThat(developer.open("/developers").text()).doesNotContain("Kept Name");
        developer.open("/developers/new");
    }

    /** A page of somebody else is as if it were not there (B6). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "99356597-6fba-4662-b6a7-30b7b12e9eed",
        "8df08078-a22e-4180-85c2-c2af3977a654",
        "c1b87f1a-7323-491b-99f9-cbef0f69a4d0",
    })
    void aPageThatTheDeveloperCannotSeeIsNoTemplate(String page) {
        Browser grace = Browser.of(server, "grace@example.com");
        grace.open("/developers/new");

        Reply reply = grace.send("/developers/new", withField("template_page", page));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("There is no such page").doesNotContain("Salaries", "Reading list");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "http://localhost:3000/auth/callback | It is registered already",
                "javascript:alert(1) | A browser runs or opens what this scheme names",
                "'' | Enter a redirect URI",
            })
    void aRedirectUriThatCannotBeAddedStaysInItsField(String uri, String complaint) {
        developer.open(EXAMPLE);

        Reply reply = developer.send(EXAMPLE + "/redirect-uris", "redirect_uri", uri);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text())
                .contains(complaint, "name=\"redirect_uri\" value=\"" + uri + "\"", "aria-invalid=\"true\"");
        developer.open("/developers/new");
    }

    /** B3: whatever was entered is text on the page. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"name", "icon", "website", "redirect_uri", "template_page"})
    void whatWasEnteredIsNeverMarkup(String field) {
        Reply reply = developer.send("/developers/new", withField(field, "\"><script>alert(1)</script>\u0000"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).doesNotContain("<script>alert").contains("&lt;script");
        developer.open("/developers/new");
    }
}
