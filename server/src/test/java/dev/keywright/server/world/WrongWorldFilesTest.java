package dev.keywright.server.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a world file is said in one sentence: file, line, field, and what would be right. */
class WrongWorldFilesTest {
    private static final String PEOPLE = """
            people:
              - {email: ada@example.com}
              - {email: bob@example.com}
            """;
    private static final String HEAD = PEOPLE + """
            workspaces:
              - id: 17ab3186-873d-418f-b899-c3f6a43f68de
                name: Home
                members: [ada@example.com]
                pages: [{id: b55c9c91-384d-452b-81db-d1ef79372b75, title: One}]
            connections:
              - name: App
                redirect_uris: [http://localhost:3000/callback]
            """;

    @ParameterizedTest
    @MethodSource
    void isRefused(String yaml, String sentence) {
        assertThat(Reading.refusal(SecretKeeping.READABLE, yaml)).isEqualTo("world.yaml line " + sentence);
    }

    static Stream<Arguments> isRefused() {
        return Stream.of(documents(), people(), workspaces(), pages(), connections())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> documents() {
        return Stream.of(
                argumentSet("empty", "", "1: the file is empty"),
                argumentSet(
                        "a list",
                        "- a",
                        "1: the file should be a group of fields (people, workspaces, connections, rate_limit),"
                                + " instead is a list"),
                argumentSet(
                        "an unknown section",
                        "people: []\npeeple: []",
                        "2: peeple is not a known field; the nearest known one is people"),
                argumentSet(
                        "a section twice",
                        "people: []\npeople: []",
                        "2: people is given twice; the first is on line 1"),
                argumentSet(
                        "a section of the wrong type", "people: 3", "1: people should be a list, instead is a number"),
                argumentSet(
                        "a rate limit",
                        "rate_limit:\n  requests_per_minute: 0",
                        "2: rate_limit.requests_per_minute should be a whole number from 1 to 1000000, instead is \"0\""),
                argumentSet(
                        "a rate limit that is no whole number",
                        "rate_limit:\n  failed_authentication: 1.5",
                        "2: rate_limit.failed_authentication should be a whole number from 1 to 1000000, instead is"
                                + " \"1.5\""),
                argumentSet(
                        "a rate limit in words",
                        "rate_limit:\n  failed_authentication: many",
                        "2: rate_limit.failed_authentication should be a whole number from 1 to 1000000, instead is"
                                + " \"many\""),
                argumentSet(
                        "an unknown rate limit",
                        "rate_limit: {requests_per_second: 3}",
                        "1: rate_limit.requests_per_second is not a known field; the nearest known one is"
                                + " requests_per_minute"));
    }

    private static Stream<Arguments> people() {
        return Stream.of(
                argumentSet(
                        "a misspelt field",
                        "people:\n  - {emial: ada@example.com}",
                        "2: people[0].emial is not a known field; the nearest known one is email"),
                argumentSet("no email", "people:\n  - name: Ada", "2: people[0] should have the field email"),
                argumentSet(
                        "no address",
                        "people: [{email: ada}]",
                        "1: people[0].email should be an email address such as owner@example.com"),
                argumentSet(
                        "an email twice, in other case",
                        "people:\n- email: ada@example.com\n- email: Ada@example.com",
                        "3: people[1].email is already the email of the person on line 2"),
                argumentSet(
                        "a person's id twice, in another form",
                        """
                        people:
                        - {email: a@b.c, id: 17ab3186-873d-418f-b899-c3f6a43f68de}
                        - {email: d@b.c, id: 17AB3186873D418FB899C3F6A43F68DE}""",
                        "3: people[1].id is already the id of the person on line 2"),
                argumentSet(
                        "a name that is a number",
                        "people: [{email: a@b.c, name: 42}]",
                        "1: people[0].name should be text, instead is a number; put it in quotes"),
                argumentSet(
                        "an empty name",
                        "people: [{email: a@b.c, name: ''}]",
                        "1: people[0].name should not be empty; leave it out or give it a value"),
                argumentSet(
                        "a picture that runs",
                        "people: [{email: a@b.c, avatar_url: 'javascript:alert(1)'}]",
                        "1: people[0].avatar_url should be an http or https URL, or null"));
    }

    private static Stream<Arguments> workspaces() {
        return Stream.of(
                argumentSet(
                        "no members", "workspaces:\n  - name: Home", "2: workspaces[0] should have the field members"),
                argumentSet(
                        "an empty list of members",
                        "workspaces:\n  - {name: Home, members: []}",
                        "2: workspaces[0].members should list at least one email"),
                argumentSet(
                        "a stranger as member",
                        PEOPLE + "workspaces: [{name: Home, members: [bop@example.com]}]",
                        "4: workspaces[0].members[0] should be the email of one of the people; \"bop@example.com\" is not,"
                                + " the nearest is bob@example.com"),
                argumentSet(
                        "a member twice",
                        PEOPLE + "workspaces: [{name: Home, members: [ada@example.com, ada@example.com]}]",
                        "4: workspaces[0].members[1] is listed twice"),
                argumentSet(
                        "no name",
                        PEOPLE + "workspaces: [{members: [ada@example.com]}]",
                        "4: workspaces[0] should have the field name"),
                argumentSet(
                        "no UUID",
                        "workspaces: [{id: home}]",
                        "1: workspaces[0].id should be a UUID such as 17ab3186-873d-418f-b899-c3f6a43f68de, instead is"
                                + " \"home\""),
                argumentSet(
                        "an icon that is a word",
                        PEOPLE + "workspaces: [{name: Home, members: [ada@example.com], icon: house}]",
                        "4: workspaces[0].icon should be an http or https URL, an emoji or null"));
    }

    private static Stream<Arguments> pages() {
        String home = PEOPLE + "workspaces:\n- name: Home\n  members: [ada@example.com]\n";
        return Stream.of(
                argumentSet(
                        "no title, two levels down",
                        home + "  pages:\n  - title: One\n    pages:\n    - visible_to: everyone",
                        "10: workspaces[0].pages[0].pages[0] should have the field title"),
                argumentSet(
                        "an unknown audience",
                        home + "  pages: [{title: One, visible_to: nobody}]",
                        "7: workspaces[0].pages[0].visible_to should be everyone or a list of emails"),
                argumentSet(
                        "an audience of none",
                        home + "  pages: [{title: One, visible_to: []}]",
                        "7: workspaces[0].pages[0].visible_to should list at least one email"),
                argumentSet(
                        "an audience from outside",
                        home + "  pages: [{title: One, visible_to: [bob@example.com]}]",
                        "7: workspaces[0].pages[0].visible_to[0] should be a member of the workspace"),
                argumentSet(
                        "a page's id twice",
                        home + """
                          pages:
                          - {title: One, id: b55c9c91-384d-452b-81db-d1ef79372b75}
                          - {title: Two, id: b55c9c91-384d-452b-81db-d1ef79372b75}
                        #""",
                        "9: workspaces[0].pages[1].id is already the id of the page on line 8"));
    }

    private static Stream<Arguments> connections() {
        return Stream.of(
                argumentSet(
                        "a misspelt field",
                        HEAD + "    redirect_uri: http://localhost/",
                        "12: connections[0].redirect_uri is not a known field; the nearest known one is redirect_uris"),
                argumentSet("no name", "connections: [{}]", "1: connections[0] should have the field name"),
                argumentSet(
                        "no redirect URI",
                        "connections: [{name: App, redirect_uris: []}]",
                        "1: connections[0].redirect_uris should list at least one redirect URI"),
                argumentSet(
                        "a redirect URI twice",
                        "connections: [{name: App, redirect_uris: ['https://a.example/', 'https://a.example/']}]",
                        "1: connections[0].redirect_uris[1] is listed twice"),
                argumentSet(
                        "an unknown owner",
                        HEAD + "    owner: eve@example.com",
                        "12: connections[0].owner should be the email of one of the people; \"eve@example.com\" is not,"
                                + " the nearest is ada@example.com"),
                argumentSet(
                        "an unknown capability",
                        HEAD + "    capabilities: {content: [read, write]}",
                        "12: connections[0].capabilities.content[1] should be read, update or insert, instead is"
                                + " \"write\""),
                argumentSet(
                        "people by another word",
                        HEAD + "    capabilities: {people: all}",
                        "12: connections[0].capabilities.people should be none, without_email or with_email, instead is"
                                + " \"all\""),
                argumentSet(
                        "an unknown template",
                        HEAD + "    template_page: 463558a3-725e-4f37-b6d3-0889894f68de",
                        "12: connections[0].template_page should be the id of one of the pages"),
                argumentSet(
                        "a template that is too large",
                        HEAD.replace("title: One", "title: One, pages: [" + "{title: x},".repeat(499) + "{title: x}]")
                                + "    template_page: b55c9c91-384d-452b-81db-d1ef79372b75",
                        "12: connections[0].template_page should be a page with at most 500 pages in all; it has 501"),
                argumentSet(
                        "an unknown workspace",
                        HEAD + "    workspaces: [463558a3-725e-4f37-b6d3-0889894f68de]",
                        "12: connections[0].workspaces[0] should be the id of one of the workspaces"),
                argumentSet(
                        "workspaces by another word",
                        HEAD + "    workspaces: all",
                        "12: connections[0].workspaces should be any or a list of ids of workspaces"),
                argumentSet(
                        "yes for true",
                        HEAD + "    disabled: yes",
                        "12: connections[0].disabled should be true or false, instead is text"),
                argumentSet(
                        "a secret with a space",
                        HEAD + "    client_secret: open sesame",
                        "12: connections[0].client_secret should be printable ASCII without spaces"
                                + " (RFC 6749 appendix A.2)"),
                argumentSet(
                        "a client id twice",
                        """
                        connections:
                        - client_id: 463558a3-725e-4f37-b6d3-0889894f68de
                          name: A
                          redirect_uris: ['https://a.example/']
                        - client_id: 463558a3-725e-4f37-b6d3-0889894f68de
                          name: B
                          redirect_uris: ['https://b.example/']""",
                        "5: connections[1].client_id is already the id of the connection on line 2"));
    }

    /** ATTACKS A5. */
    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"})
    void aRedirectUriThatABrowserWouldRunCannotBeRegistered(String uri) {
        assertThat(Reading.refusal(
                        SecretKeeping.READABLE, "connections: [{name: App, redirect_uris: ['" + uri + "']}]"))
                .isEqualTo("world.yaml line 1: connections[0].redirect_uris[0] cannot be registered: the scheme "
                        + uri.substring(0, uri.indexOf(':') + 1) + " cannot receive a redirect safely");
    }

    @Test
    void inProductionASecretMustBeGivenLongAndNotKnownToEveryone() {
        assertThat(Reading.refusal(SecretKeeping.HASHED, HEAD))
                .isEqualTo(
                        "world.yaml line 10: connections[0] should have the field client_secret: only its hash is kept,"
                                + " so one that is made could never be read");
        assertThat(Reading.refusal(SecretKeeping.HASHED, HEAD + "    client_secret: " + "x".repeat(31)))
                .isEqualTo(
                        "world.yaml line 12: connections[0].client_secret should have at least 32 characters; make one"
                                + " with `openssl rand -hex 32`");
        assertThat(Reading.refusal(
                        SecretKeeping.HASHED, HEAD + "    client_secret: secret_for_tests_only_0123456789abcdef"))
                .isEqualTo(
                        "world.yaml line 12: connections[0].client_secret should be a secret of your own: this one is"
                                + " in the built-in world, which everyone can read; make one with `openssl rand -hex 32`");
    }

    @Test
    void noRefusalRepeatsASecret() {
        assertThat(Reading.refusal(SecretKeeping.READABLE, HEAD + "    client_secret: 12345678"))
                .doesNotContain("12345678");
        assertThat(Reading.refusal(SecretKeeping.HASHED, HEAD + "    client_secret: open-sesame"))
                .doesNotContain("sesame");
    }
}
