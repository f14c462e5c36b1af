package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/pages/{id}}: what was shared, and nothing beside it. */
class PagesTest {
    private static final String ENGINEERING = "b55c9c91-384d-452b-81db-d1ef79372b75";
    private static final String RUNBOOKS = "6301bbfc-a0c5-454e-8ff9-bb510944fe0c";
    private static final String BACKUP = "6fced11d-2bd8-41e6-847a-8387cdde8d51";
    private static final String PRODUCT = "b120a366-f0bb-49cf-82f2-dc05873f9bd0";
    private static final String SALARIES = "99356597-6fba-4662-b6a7-30b7b12e9eed";
    private static final String IDEAS = "c498b6e7-3648-445e-9afa-3a387f006745";
    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

    @AutoClose
    private final TestServer server = TestServer.withStillClock();

    private final Flow flow = Flow.of(server);

    @Test
    void aPageIsGivenInTheRecordedBytes() {
        Reply reply = Api.sharing(flow, ENGINEERING).page(RUNBOOKS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"page\",\"id\":\"" + RUNBOOKS
                        + "\",\"created_time\":\"2026-01-01T00:00:00.000Z\","
                        + "\"last_edited_time\":\"2026-01-01T00:00:00.000Z\",\"created_by\":{\"object\":\"user\","
                        + "\"id\":\"3ceaaf30-8142-48ea-91d9-3080f9b439fc\"},\"last_edited_by\":{\"object\":\"user\","
                        + "\"id\":\"3ceaaf30-8142-48ea-91d9-3080f9b439fc\"},\"cover\":null,\"icon\":null,"
                        + "\"parent\":{\"type\":\"page_id\",\"page_id\":\"" + ENGINEERING + "\"},\"in_trash\":false,"
                        + "\"is_archived\":false,\"is_locked\":false,\"properties\":{\"title\":{\"id\":\"title\","
                        + "\"type\":\"title\",\"title\":[{\"type\":\"text\",\"text\":{\"content\":\"Runbooks\","
                        + "\"link\":null},\"annotations\":{\"bold\":false,\"italic\":false,\"strikethrough\":false,"
                        + "\"underline\":false,\"code\":false,\"color\":\"default\"},\"plain_text\":\"Runbooks\","
                        + "\"href\":null}]}},\"url\":\"https://app.notion.com/p/Runbooks-"
                        + "6301bbfca0c5454e8ff9bb510944fe0c\",\"public_url\":null,\"archived\":false,"
                        + "\"request_id\":\"<id>\"}");
    }

    @Test
    void aPageAtTheTopHasTheWorkspaceForItsParent() {
        assertThat(Api.sharing(flow, ENGINEERING).page(ENGINEERING).text())
                .contains("\"parent\":{\"type\":\"workspace\",\"workspace\":true}");
    }

    @Test
    void sinceTheVersionThatDroppedItThereIsNoArchived() {
        Api api = Api.sharing(flow, ENGINEERING);

        assertThat(api.in("2026-03-11").page(ENGINEERING).shape())
                .endsWith("\"public_url\":null,\"request_id\":\"<id>\"}");
        assertThat(api.in("2022-06-28").page(ENGINEERING).shape())
                .endsWith("\"archived\":false,\"request_id\":\"<id>\"}");
    }

    @Test
    void theUrlHasTheWordsOfTheTitleAndTheBareId() {
        assertThat(Api.sharing(flow, ENGINEERING).page(BACKUP).field("url"))
                .isEqualTo("https://app.notion.com/p/Restore-a-backup-6fced11d2bd841e6847a8387cdde8d51");
    }

    @Test
    void whatIsSharedSharesAllBelowItAndNothingAboveOrBeside() {
        Api api = Api.sharing(flow, RUNBOOKS);

        assertThat(api.page(RUNBOOKS).status()).isEqualTo(200);
        assertThat(api.page(BACKUP).status()).isEqualTo(200);
        assertThat(api.page(ENGINEERING).status()).isEqualTo(404);
        assertThat(api.page(PRODUCT).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6301bbfc-a0c5-454e-8ff9-bb510944fe0c",
                "6301bbfca0c5454e8ff9bb510944fe0c",
                "6301BBFC-A0C5-454E-8FF9-BB510944FE0C"
            })
    void anIdIsTakenInAnyForm(String id) {
        assertThat(Api.sharing(flow, ENGINEERING).page(id).field("id")).isEqualTo(RUNBOOKS);
    }

    /** F9: of what a bot may not see there is no way to tell that it exists. */
    @Test
    void whatIsNotSharedNotThereAndOfAnotherWorkspaceLookTheSame() {
        Api api = Api.sharing(flow, RUNBOOKS);
        String bot = api.get("/v1/users/me").field("id");

        for (String id : List.of(ENGINEERING, SALARIES, IDEAS, NOTHING)) {
            Reply reply = api.page(id);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.shape())
                    .isEqualTo("{\"object\":\"error\",\"status\":404,\"code\":\"object_not_found\",\"message\":\"Could"
                            + " not find page with ID: " + id
                            + ". Make sure the relevant pages and databases are shared"
                            + " with your integration \\\"Example Connection\\\".\",\"additional_data\":"
                            + "{\"integration_id\":\"" + bot + "\"},\"request_id\":\"<id>\"}");
        }
    }

    /** F9: a token of one workspace opens nothing of another, though one person shared both. */
    @Test
    void aTokenOfOneWorkspaceOpensNothingOfAnother() {
        Api here = Api.sharing(flow, ENGINEERING);
        Api there = Api.of(flow, Map.of("workspace", "f3194a3b-381e-43e7-952c-466e473a1797", "pages", List.of(IDEAS)));

        assertThat(there.page(IDEAS).status()).isEqualTo(200);
        assertThat(here.page(IDEAS).status()).isEqualTo(404);
        assertThat(there.page(ENGINEERING).status()).isEqualTo(404);
    }

    @Test
    void aPageThatIsUnsharedIsGoneAtOnce() {
        Api api = Api.sharing(flow, RUNBOOKS);

        Api.sharing(flow, PRODUCT);

        assertThat(api.page(RUNBOOKS).status()).isEqualTo(404);
        assertThat(api.page(PRODUCT).status()).isEqualTo(200);
    }

    /** Ticked pages become readable when the code is exchanged, and not before. */
    @Test
    void whatIsAllowedIsSharedOnceTheCodeIsExchanged() {
        Api api = Api.sharing(flow, RUNBOOKS);

        String code = flow.code(Map.of("pages", List.of(PRODUCT)));

        assertThat(api.page(PRODUCT).status()).isEqualTo(404);
        flow.exchange(code);
        assertThat(api.page(PRODUCT).status()).isEqualTo(200);
    }

    @Test
    void theCopyOfATemplateIsSharedWithItsBot() {
        Flow notes = flow.as(App.NOTES);
        Reply tokens = notes.exchange(notes.code(Map.of("duplicate_template", true)));
        Api api = new Api(server, tokens.field("access_token"), "2025-09-03");

        Reply copy = api.page(tokens.field("duplicated_template_id"));

        assertThat(copy.status()).isEqualTo(200);
        assertThat(copy.text()).contains("\"plain_text\":\"Meeting notes\"");
        assertThat(Api.titles(api.search("{}"))).contains("Meeting notes", "Agenda", "Action items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "6301bbfc-a0c5-454e-8ff9-bb510944fe0", "6301bbfc_a0c5_454e_8ff9_bb510944fe0c"})
    void anIdThatIsNoneIsRefused(String id) {
        Reply reply = Api.sharing(flow, ENGINEERING).page(id);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("validation_error");
        assertThat(reply.field("message"))
                .isEqualTo(
                        "path failed validation: path.page_id should be a valid uuid, instead was `\"" + id + "\"`.");
    }

    @Test
    void underTheStandardDialectThePageIsReadWhereTheServerIs() {
        try (TestServer standard = TestServer.emulate("dialect", "standard", "public_url", "https://auth.example")) {
            assertThat(Api.sharing(Flow.of(standard), ENGINEERING)
                            .page(ENGINEERING)
                            .field("url"))
                    .isEqualTo("https://auth.example/p/Engineering-b55c9c91384d452b81dbd1ef79372b75");
        }
    }
}
