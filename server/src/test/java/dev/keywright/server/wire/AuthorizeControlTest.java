package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /emulator/authorize} plays the person, by the same path as the page. */
class AuthorizeControlTest {
    private static final String HARBOUR = "33333333-bbbb-4bbb-8bbb-333333333333";
    private static final String LIGHTHOUSE = "33333333-bbbb-4bbb-8bbb-333333333334";
    private static final String WAGES = "44444444-cccc-4ccc-8ccc-444444444442";

    private static TestServer server;
    private static Flow flow;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = TestWorld.emulate(folder);
        flow = new Flow(server, TestWorld.LEDGER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply owner(Map<String, ?> answer) {
        return flow.exchange(flow.code(answer));
    }

    private static String ownerName(Reply reply) {
        return reply.json().at("/owner/user/name").asString();
    }

    @Test
    void itAnswersTheRedirectAndTheCode() {
        Reply reply = flow.authorize(Map.of("state", "s 1"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.text())
                .isEqualTo("{\"redirect_to\":\"https://ledger.example/callback?code=" + reply.field("code")
                        + "&state=s+1\",\"code\":\"" + reply.field("code") + "\"}");
    }

    @Test
    void asPlainTextItAnswersTheBareCode() {
        Reply reply = server.post("/emulator/authorize")
                .header("Accept", "text/plain")
                .json(Map.of("client_id", TestWorld.LEDGER.id(), "response_type", "code"))
                .send();

        assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(flow.exchange(reply.text(), Map.of("redirect_uri", "")).status())
                .isEqualTo(200);
    }

    @Test
    void byDefaultTheFirstMemberOfTheFirstWorkspaceAllows() {
        Reply reply = owner(Map.of());

        assertThat(ownerName(reply)).isEqualTo("Ada");
        assertThat(reply.field("workspace_id")).isEqualTo(HARBOUR);
    }

    @Test
    void theNamedPersonAllows() {
        assertThat(ownerName(owner(Map.of("person", "bob@example.org")))).isEqualTo("Bob");
    }

    @Test
    void theNamedWorkspaceIsInstalledIn() {
        Reply reply = owner(Map.of("workspace", LIGHTHOUSE));

        assertThat(reply.field("workspace_id")).isEqualTo(LIGHTHOUSE);
        assertThat(ownerName(reply)).isEqualTo("Bob");
    }

    @Test
    void aConnectionForOneWorkspaceIsInstalledThere() {
        Flow lamp = flow.as(TestWorld.LAMP);

        assertThat(lamp.exchange(lamp.code()).field("workspace_id")).isEqualTo(LIGHTHOUSE);
    }

    /** Row 14 of the dialect: without any capability over people the owner is an id. */
    @Test
    void theOwnerIsPartialForAConnectionThatMayKnowNobody() {
        Flow lamp = flow.as(TestWorld.LAMP);

        assertThat(lamp.exchange(lamp.code()).text())
                .contains("\"owner\":{\"type\":\"user\",\"user\":{\"object\":\"user\","
                        + "\"id\":\"22222222-aaaa-4aaa-8aaa-222222222222\"}}");
    }

    @Test
    void pagesAreNamedByTheirIds() {
        assertThat(owner(Map.of("pages", List.of(WAGES, "44444444cccc4ccc8ccc444444444441")))
                        .status())
                .isEqualTo(200);
        assertThat(owner(Map.of("pages", List.of())).status()).isEqualTo(200);
    }

    /** A14: and nothing is kept. */
    @Test
    void aDenialIsARedirectWithAnErrorAndNoCode() {
        Reply reply = flow.authorize(Map.of("decision", "deny", "state", "s"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"redirect_to\":\"https://ledger.example/callback?error=access_denied&state=s\","
                        + "\"code\":null}");
    }

    @Test
    void whatThePageWouldSendBackAsAnErrorIsARedirectWithAnError() {
        Reply reply = flow.authorize(Map.of("response_type", "token"));

        assertThat(reply.text())
                .isEqualTo(
                        "{\"redirect_to\":\"https://ledger.example/callback?error=unsupported_response_type&state=\","
                                + "\"code\":null}");
    }

    @Test
    void unknownFieldsAreIgnoredAsThePageIgnoresThem() {
        assertThat(flow.authorize(Map.of("scope", "x", "prompt", "consent", "access_type", "offline"))
                        .field("code"))
                .isNotEmpty();
    }

    @Test
    void aTemplateIsCopied() {
        try (TestServer builtIn = TestServer.emulate()) {
            Flow notes = new Flow(builtIn, App.NOTES);

            Reply reply = notes.exchange(notes.code(Map.of("duplicate_template", true)));

            assertThat(builtIn.get("/emulator/world").send().text()).contains(reply.field("duplicated_template_id"));
        }
    }

    private static Arguments refused(String name, Map<String, ?> fields, String field) {
        return Arguments.argumentSet(name, fields, field);
    }

    private static Stream<Arguments> answersThatCannotBeTaken() {
        return Stream.of(
                refused("no client_id", Map.of("client_id", ""), "client_id"),
                refused("an unknown client_id", Map.of("client_id", "x"), "client_id"),
                refused("a disabled connection", Map.of("client_id", TestWorld.GONE.id()), "client_id"),
                refused("another redirect_uri", Map.of("redirect_uri", "https://evil.example/"), "redirect_uri"),
                refused("a client_id that is no string", Map.of("client_id", 4711), "client_id"),
                refused("an unknown person", Map.of("person", "eve@example.org"), "person"),
                refused("a person that is no string", Map.of("person", Map.of("x", 1)), "person"),
                refused(
                        "an unknown workspace",
                        Map.of("workspace", "33333333-bbbb-4bbb-8bbb-333333333399"),
                        "workspace"),
                refused("a workspace that is no id", Map.of("workspace", "Harbour"), "workspace"),
                refused(
                        "a workspace of others",
                        Map.of("workspace", LIGHTHOUSE, "person", "ada@example.org"),
                        "workspace"),
                refused(
                        "a workspace that the connection may not use",
                        Map.of("client_id", TestWorld.LAMP.id(), "redirect_uri", "", "workspace", HARBOUR),
                        "workspace"),
                refused("a page that is no id", Map.of("pages", List.of("Tides")), "pages"),
                refused(
                        "a page of another workspace",
                        Map.of("pages", List.of("44444444-cccc-4ccc-8ccc-444444444443")),
                        "pages"),
                refused(
                        "a page that the person cannot see",
                        Map.of("pages", List.of(WAGES), "person", "bob@example.org"),
                        "pages"),
                refused("pages that are no list of ids", Map.of("pages", List.of(Map.of("id", WAGES))), "pages"),
                refused("a template where there is none", Map.of("duplicate_template", true), "duplicate_template"),
                refused(
                        "a duplicate_template that is neither",
                        Map.of("duplicate_template", "yes"),
                        "duplicate_template"),
                refused("another decision", Map.of("decision", "maybe"), "decision"));
    }

    @ParameterizedTest
    @MethodSource("answersThatCannotBeTaken")
    void anAnswerThatCannotBeTakenIsRefusedByTheNameOfItsField(Map<String, ?> fields, String field) {
        Reply reply = flow.authorize(new HashMap<>(fields));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("error")).isEqualTo("invalid_request");
        assertThat(reply.field("message")).contains(field);
    }

    @Test
    void aWrongRedirectUriIsAnsweredWithThoseThatAreRegistered() {
        assertThat(flow.authorize(Map.of("redirect_uri", "https://evil.example/"))
                        .field("message"))
                .contains("https://evil.example/", "https://ledger.example/callback");
    }
}
