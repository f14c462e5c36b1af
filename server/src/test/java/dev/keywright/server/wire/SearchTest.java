package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/search}: pages by title, as far as the bot sees. */
class SearchTest {
    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
    private static final String RUNBOOKS = "6301bbfc-a0c5-454e-8ff9-bb510944fe0c";
    private static final String SALARIES = "99356597-6fba-4662-b6a7-30b7b12e9eed";

    @AutoClose
    private final TestServer server = TestServer.emulate();

    private final Flow flow = Flow.of(server);

    private static Map<String, ?> sorted(String direction) {
        return Map.of("sort", Map.of("timestamp", "last_edited_time", "direction", direction));
    }

    @Test
    void theAnswerIsAListInTheRecordedBytes() {
        Reply reply = Api.sharing(flow, ENGINEERING).search(Map.of("query", "decisions"));

        String page = Api.sharing(flow, ENGINEERING)
                .page("66080f17-4c96-48e2-9cbd-0ba3a1a6bcde")
                .text()
                .replaceFirst(",\"request_id\".*", "}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"list\",\"results\":[" + page
                        + "],\"next_cursor\":null,\"has_more\":false,\"type\":\"page_or_data_source\","
                        + "\"page_or_data_source\":{},\"request_id\":\"<id>\"}");
    }

    @Test
    void beforeDataSourcesTheListIsOfPagesAndDatabases() {
        assertThat(Api.sharing(flow, ENGINEERING).in("2022-06-28").search("{}").text())
                .contains("\"type\":\"page_or_database\",\"page_or_database\":{}");
    }

    @Test
    void everythingThatIsSharedIsFoundAndNothingElse() {
        assertThat(Api.titles(Api.sharing(flow, RUNBOOKS).search("{}")))
                .containsExactly("Runbooks", "Restore a backup", "Rotate a signing key");
    }

    /** The SDK sends no body and no content type when nothing is asked for. */
    @Test
    void noBodyAsksForEverything() {
        Api api = Api.sharing(flow, RUNBOOKS);

        Reply reply = server.post("/v1/search")
                .bearer(api.token())
                .version("2025-09-03")
                .send();

        assertThat(Api.titles(reply)).hasSize(3);
    }

    @Test
    void whatThePersonWhoSharedCannotSeeIsNotFound() {
        Api owner = Api.sharing(flow, ENGINEERING, SALARIES);
        Api grace = Api.of(flow, Map.of("person", "grace@example.com"));

        assertThat(Api.titles(owner.search(Map.of("query", "Salaries")))).containsExactly("Salaries");
        assertThat(Api.titles(grace.search(Map.of("query", "Salaries")))).isEmpty();
        assertThat(Api.titles(grace.search(Map.of("query", "Next year")))).isEmpty();
    }

    @Test
    void titlesThatBeginWithTheTextComeFirst() {
        assertThat(Api.titles(Api.of(flow).search(Map.of("query", "ro"))))
                .startsWith("Roadmap", "Rotate a signing key");
    }

    @Test
    void caseAccentsAndSpacesMakeNoDifference(@TempDir Path folder) throws Exception {
        Path world = Files.writeString(folder.resolve("world.yaml"), """
                people: [{email: ada@example.com}]
                workspaces:
                  - name: Home
                    members: [ada@example.com]
                    pages: [{title: "Der Élan"}, {title: "STRASSE"}, {title: "Straße  12"}, {title: "100% _done_"}]
                connections:
                  - client_id: 463558a3-725e-4f37-b6d3-0889894f68de
                    client_secret: secret_for_tests_only_0123456789abcdef
                    name: Example
                    redirect_uris: ["http://localhost:3000/auth/callback"]
                """);
        try (TestServer other = TestServer.emulate("world", world.toString())) {
            Api api = Api.of(Flow.of(other));

            assertThat(Api.titles(api.search(Map.of("query", "elan")))).containsExactly("Der Élan");
            assertThat(Api.titles(api.search(Map.of("query", "ÉLAN")))).containsExactly("Der Élan");
            assertThat(Api.titles(api.search(Map.of("query", "straße")))).containsExactly("STRASSE", "Straße  12");
            assertThat(Api.titles(api.search(Map.of("query", "strasse 12")))).containsExactly("Straße  12");
            assertThat(Api.titles(api.search(Map.of("query", "% _")))).containsExactly("100% _done_");
        }
    }

    @Test
    void pagesAreSortedByTheirLastEditAsAsked() {
        Browser admin = Browser.of(server, "owner@example.com");
        Api api = Api.sharing(flow, RUNBOOKS);
        admin.open("/workspaces/17ab3186-873d-418f-b899-c3f6a43f68de");
        admin.send(
                "/workspaces/17ab3186-873d-418f-b899-c3f6a43f68de/titles",
                "page",
                "3a124c64-7e02-4f05-b7c1-dce27f7695f5",
                "title",
                "Rotate keys");

        assertThat(Api.titles(api.search(sorted("descending"))))
                .containsExactly("Rotate keys", "Runbooks", "Restore a backup");
        assertThat(Api.titles(api.search(sorted("ascending"))))
                .containsExactly("Runbooks", "Restore a backup", "Rotate keys");
        assertThat(Api.titles(api.search(Map.of("sort", Map.of("property", "relevance")))))
                .startsWith("Rotate keys");
    }

    @Test
    void whatIsFoundIsReadInParts() {
        Api api = Api.of(flow);
        List<String> all = Api.ids(api.search("{}"));

        List<String> read = new ArrayList<>();
        Reply part = api.search(Map.of("page_size", 2));
        while (true) {
            assertThat(Api.ids(part)).hasSizeBetween(1, 2);
            read.addAll(Api.ids(part));
            if (!part.json().path("has_more").asBoolean()) {
                break;
            }
            part = api.search(Map.of("page_size", 2, "start_cursor", part.field("next_cursor")));
        }

        assertThat(read).containsExactlyElementsOf(all).doesNotHaveDuplicates();
        assertThat(part.json().path("next_cursor").isNull()).isTrue();
    }

    @Test
    void onlyPagesAreThereToBeFound() {
        Api api = Api.sharing(flow, RUNBOOKS);

        assertThat(Api.titles(api.search(Map.of("filter", Map.of("property", "object", "value", "page")))))
                .hasSize(3);
        assertThat(Api.titles(api.search(Map.of("filter", Map.of("property", "object", "value", "data_source")))))
                .isEmpty();
        assertThat(Api.titles(
                        api.search(Map.of("filter", Map.of("property", "object", "value", "page", "in_trash", true)))))
                .isEmpty();
        assertThat(Api.titles(api.search(Map.of("filter", Map.of("in_trash", false)))))
                .hasSize(3);
        assertThat(Api.titles(api.in("2022-06-28")
                        .search(Map.of("filter", Map.of("property", "object", "value", "database")))))
                .isEmpty();
    }

    /** F9: whether the cursor names a page that is not shared or none at all, the refusal is the same. */
    @ParameterizedTest
    @CsvSource({ENGINEERING, SALARIES, "c498b6e7-3648-445e-9afa-3a387f006745", "00000000-0000-4000-8000-000000000000"})
    void aCursorThatIsNotInReachIsRefused(String cursor) {
        Reply reply = Api.sharing(flow, RUNBOOKS).search(Map.of("start_cursor", cursor));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("validation_error");
        assertThat(reply.field("message")).isEqualTo("The start_cursor provided is invalid: " + cursor);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {
                "[]                            | body should be an object or `undefined`, instead was `[]`.",
                "\"x\"                         | body should be an object or `undefined`, instead was `\"x\"`.",
                "null                          | body should be an object or `undefined`, instead was `null`.",
                "{\"query\":5}                 | body.query should be a string or `undefined`, instead was `5`.",
                "{\"query\":null}              | body.query should be a string or `undefined`, instead was `null`.",
                "{\"query\":{\"a\":[1,true]}}  | body.query should be a string or `undefined`, instead was"
                        + " `{\"a\":[1,true]}`.",
                "{\"page_size\":\"5\"}         | body.page_size should be a number or `undefined`, instead was `\"5\"`.",
                "{\"page_size\":0}             | body.page_size should be ≥ `1`, instead was `0`.",
                "{\"page_size\":101}           | body.page_size should be ≤ `100`, instead was `101`.",
                "{\"page_size\":1.5}           | body.page_size should be an integer or `undefined`, instead was `1.5`.",
                "{\"page_size\":1e999}         | body.page_size should be ≤ `100`, instead was `1e999`.",
                "{\"page_size\":null}          | body.page_size should be a number or `undefined`, instead was `null`.",
                "{\"start_cursor\":\"x\"}      | body.start_cursor should be a valid uuid or `undefined`, instead was"
                        + " `\"x\"`.",
                "{\"start_cursor\":7}          | body.start_cursor should be a string or `undefined`, instead was `7`.",
                "{\"filter\":\"page\"}         | body.filter should be an object or `undefined`, instead was `\"page\"`.",
                "{\"filter\":{}}               | body.filter.property should be defined, instead was `undefined`.",
                "{\"filter\":{\"property\":\"object\"}} | body.filter.value should be defined, instead was `undefined`.",
                "{\"filter\":{\"property\":\"x\",\"value\":\"page\"}} | body.filter.property should be `\"object\"`,"
                        + " instead was `\"x\"`.",
                "{\"filter\":{\"property\":\"object\",\"value\":\"database\"}} | body.filter.value should be `\"page\"`"
                        + " or `\"data_source\"`, instead was `\"database\"`.",
                "{\"filter\":{\"in_trash\":1}} | body.filter.in_trash should be a boolean or `undefined`, instead was"
                        + " `1`.",
                "{\"sort\":[]}                 | body.sort should be an object or `undefined`, instead was `[]`.",
                "{\"sort\":{}}                 | body.sort.direction should be defined, instead was `undefined`.",
                "{\"sort\":{\"direction\":\"up\",\"timestamp\":\"last_edited_time\"}} | body.sort.direction should be"
                        + " `\"ascending\"` or `\"descending\"`, instead was `\"up\"`.",
                "{\"sort\":{\"direction\":\"ascending\"}} | body.sort.timestamp should be defined, instead was"
                        + " `undefined`.",
                "{\"sort\":{\"direction\":\"ascending\",\"timestamp\":\"created_time\"}} | body.sort.timestamp should be"
                        + " `\"last_edited_time\"`, instead was `\"created_time\"`.",
                "{\"sort\":{\"property\":\"title\"}} | body.sort.property should be `\"relevance\"`, instead was"
                        + " `\"title\"`.",
            })
    void aBodyThatIsNotAsItShouldBeIsRefusedInWords(String body, String problem) {
        Reply reply = Api.sharing(flow, RUNBOOKS).search(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("validation_error");
        assertThat(reply.field("message")).isEqualTo("body failed validation: " + problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\1',
            value = {"{", "{\"query\":\"a\",\"query\":\"b\"}", "{} {}", "query=a", "{\"a\":NaN}", "{'a':1}"})
    void whatIsNoJsonIsRefused(String body) {
        Reply reply = Api.sharing(flow, RUNBOOKS).search(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":400,\"code\":\"invalid_json\",\"message\":\"Error parsing"
                        + " JSON body.\",\"request_id\":\"<id>\"}");
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(Api.sharing(flow, RUNBOOKS)
                        .search(Map.of("query", "restore", "colour", "red"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLongValueIsShownInPart() {
        Reply reply = Api.sharing(flow, RUNBOOKS).search(Map.of("page_size", "9".repeat(1000)));

        assertThat(reply.field("message")).hasSizeLessThan(400).endsWith("…`.");
    }
}
