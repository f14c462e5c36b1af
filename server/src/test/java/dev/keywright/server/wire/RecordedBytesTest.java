package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The bodies of answers, byte for byte: key order, compact JSON, nothing more and nothing less than what was recorded. */
class RecordedBytesTest {
    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard");

    private static final String OWNER = "{\"type\":\"user\",\"user\":{\"object\":\"user\","
            + "\"id\":\"3ceaaf30-8142-48ea-91d9-3080f9b439fc\",\"name\":\"Workspace Owner\",\"avatar_url\":null,"
            + "\"type\":\"person\",\"person\":{\"email\":\"owner@example.com\",\"email_verified\":true}}}";
    private static final String EVERY_SCOPE = "read_content insert_content update_content read_comments insert_comments"
            + " read_user_with_email read_user_without_email";

    private static String tokenObject(Reply reply) {
        return "{\"access_token\":\"" + reply.field("access_token")
                + "\",\"token_type\":\"bearer\",\"refresh_token\":\""
                + reply.field("refresh_token") + "\",\"bot_id\":\"" + reply.field("bot_id")
                + "\",\"workspace_icon\":\"🚲\",\"workspace_name\":\"Example Workspace\","
                + "\"workspace_id\":\"17ab3186-873d-418f-b899-c3f6a43f68de\",\"owner\":" + OWNER
                + ",\"duplicated_template_id\":null,\"request_id\":\"<id>\"}";
    }

    @Test
    void anExchangeAnswersTheTokenObject() {
        Flow flow = Flow.of(NOTION);

        Reply reply = flow.exchange(flow.code());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape()).isEqualTo(tokenObject(reply));
    }

    @Test
    void aRefreshAnswersTheSameTokenObject() {
        Flow flow = Flow.of(NOTION);
        Pair pair = flow.tokens();

        Reply reply = flow.refresh(pair.refresh());

        assertThat(reply.shape()).isEqualTo(tokenObject(reply));
        assertThat(reply.field("bot_id")).isEqualTo(pair.botId());
    }

    /** A strict clone adds no field, whichever dialect it speaks. */
    @Test
    void theStandardDialectAnswersTheSameTokenObject() {
        Flow flow = Flow.of(STANDARD);

        Reply reply = flow.exchange(flow.code());

        assertThat(reply.shape()).isEqualTo(tokenObject(reply));
    }

    @Test
    void aTemplateCopyIsNamedAtTheExchangeAndNotAtTheRefresh() {
        Flow flow = new Flow(NOTION, App.NOTES);

        Reply exchanged = flow.exchange(flow.code(Map.of("duplicate_template", true)));
        Reply refreshed = flow.refresh(exchanged.field("refresh_token"));

        assertThat(exchanged.field("duplicated_template_id")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(refreshed.shape()).endsWith("\"duplicated_template_id\":null,\"request_id\":\"<id>\"}");
    }

    @Test
    void anOwnerWithoutTheEmailCapabilityHasAnEmptyPerson() {
        Flow flow = new Flow(NOTION, App.REPORTS);

        Reply reply = flow.exchange(flow.code());

        assertThat(reply.text())
                .contains("\"owner\":{\"type\":\"user\",\"user\":{\"object\":\"user\","
                        + "\"id\":\"3ceaaf30-8142-48ea-91d9-3080f9b439fc\",\"name\":\"Workspace Owner\","
                        + "\"avatar_url\":null,\"type\":\"person\",\"person\":{}}}");
    }

    @Test
    void introspectionAnswersMillisecondsInNotionsDialect() {
        Flow flow = Flow.of(NOTION);
        Instant before = NOTION.now();

        Reply reply = flow.introspect(flow.tokens().access());

        long iat = reply.json().path("iat").asLong();
        assertThat(reply.shape())
                .isEqualTo("{\"active\":true,\"scope\":\"" + EVERY_SCOPE + "\",\"iat\":" + iat
                        + ",\"request_id\":\"<id>\"}");
        assertThat(Instant.ofEpochMilli(iat)).isBetween(before.minusMillis(1), NOTION.now());
    }

    @Test
    void introspectionAnswersSecondsAndRfcMembersInTheStandardDialect() {
        Flow flow = Flow.of(STANDARD);
        Instant before = STANDARD.now();
        Pair pair = flow.tokens();

        Reply reply = flow.introspect(pair.access());

        long iat = reply.json().path("iat").asLong();
        assertThat(reply.shape())
                .isEqualTo("{\"active\":true,\"scope\":\"" + EVERY_SCOPE + "\",\"iat\":" + iat + ",\"client_id\":\""
                        + App.EXAMPLE.id() + "\",\"token_type\":\"bearer\",\"sub\":\"" + pair.botId()
                        + "\",\"workspace_id\":\"17ab3186-873d-418f-b899-c3f6a43f68de\",\"request_id\":\"<id>\"}");
        assertThat(iat).isBetween(before.getEpochSecond(), STANDARD.now().getEpochSecond());
    }

    @Test
    void introspectionOfAnUnknownTokenSaysOnlyThatItIsInactive() {
        String inactive = "{\"active\":false,\"request_id\":\"<id>\"}";

        assertThat(Flow.of(NOTION).introspect("ntn_unknown").shape()).isEqualTo(inactive);
        assertThat(Flow.of(STANDARD).introspect("ntn_unknown").shape()).isEqualTo(inactive);
    }

    @Test
    void revocationAnswersItsRequestIdAlone() {
        Flow flow = Flow.of(NOTION);

        Reply reply = flow.revoke(flow.tokens().access());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape()).isEqualTo("{\"request_id\":\"<id>\"}");
    }

    @Test
    void usersMeAnswersTheBot() {
        Flow flow = Flow.of(NOTION);
        Pair pair = flow.tokens();

        Reply reply = flow.me(pair.access());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"user\",\"id\":\"" + pair.botId()
                        + "\",\"name\":\"Example Connection\",\"avatar_url\":null,\"type\":\"bot\",\"bot\":{\"owner\":"
                        + OWNER + ",\"workspace_name\":\"Example Workspace\","
                        + "\"workspace_id\":\"17ab3186-873d-418f-b899-c3f6a43f68de\","
                        + "\"workspace_limits\":{\"max_file_upload_size_in_bytes\":5242880}},\"request_id\":\"<id>\"}");
    }

    @Test
    void aClientThatDoesNotAuthenticateGetsTheErrorAlone() {
        Reply reply = NOTION.post(Flow.TOKEN).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.shape()).isEqualTo("{\"error\":\"invalid_client\",\"request_id\":\"<id>\"}");
        assertThat(reply.header("www-authenticate")).isEqualTo("Basic realm=\"OAuth\"");
    }

    @Test
    void theStandardDialectDescribesTheError() {
        Reply reply = STANDARD.post(Flow.TOKEN).send();

        assertThat(reply.shape())
                .isEqualTo("{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed.\","
                        + "\"request_id\":\"<id>\"}");
        assertThat(reply.header("www-authenticate")).isEqualTo("Basic realm=\"OAuth\"");
    }

    /** The measured content-length is 178. */
    @Test
    void aMissingBearerTokenIsRefusedInTheMeasuredBytes() {
        Reply reply = NOTION.get(Flow.ME).version("2022-06-28").send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":401,\"code\":\"unauthorized\",\"message\":\"Authorization"
                        + " header must use the format \\\"Bearer <token>\\\".\",\"request_id\":\"<id>\"}");
        assertThat(reply.header("content-length")).isEqualTo("178");
        assertThat(reply.all("www-authenticate")).isEmpty();
    }

    @Test
    void anUnknownBearerTokenIsRefusedInTheMeasuredBytes() {
        Reply reply = NOTION.get(Flow.ME).bearer("ntn_unknown").send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":401,\"code\":\"unauthorized\",\"message\":\"API token is"
                        + " invalid.\",\"request_id\":\"<id>\"}");
    }

    /** The measured content-length is 145. */
    @Test
    void anUnknownUrlIsRefusedInTheMeasuredBytes() {
        Reply reply = NOTION.get("/v1/nothing").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":400,\"code\":\"invalid_request_url\",\"message\":\"Invalid"
                        + " request URL.\",\"request_id\":\"<id>\"}");
        assertThat(reply.header("content-length")).isEqualTo("145");
    }

    @Test
    void aMissingVersionIsRefusedInTheMeasuredWords() {
        Flow flow = Flow.of(NOTION);

        Reply reply = NOTION.get(Flow.ME).bearer(flow.tokens().access()).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.shape())
                .isEqualTo("{\"object\":\"error\",\"status\":400,\"code\":\"missing_version\",\"message\":"
                        + "\"Notion-Version header failed validation: Notion-Version header should be defined, instead"
                        + " was `undefined`.\",\"request_id\":\"<id>\"}");
    }

    @Test
    void anUnknownVersionIsRefusedWithAllThatAreKnown() {
        Flow flow = Flow.of(NOTION);

        Reply reply = NOTION.get(Flow.ME)
                .bearer(flow.tokens().access())
                .version("2024-01-01")
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("missing_version");
        assertThat(reply.field("message"))
                .isEqualTo("Notion-Version header failed validation: Notion-Version header should be `\"2021-05-11\"`,"
                        + " `\"2021-05-13\"`, `\"2021-08-16\"`, `\"2022-02-22\"`, `\"2022-06-28\"`, `\"2025-09-03\"`, or"
                        + " `\"2026-03-11\"`, instead was `\"2024-01-01\"`.");
    }
}
