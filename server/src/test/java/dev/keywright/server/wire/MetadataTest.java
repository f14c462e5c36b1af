package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** G6: what discovery (RFC 8414) promises is what the server does. */
class MetadataTest {
    @AutoClose
    private static final TestServer STANDARD = TestServer.emulate("dialect", "standard", "auto_approve", "true");

    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    private static final Flow FLOW = Flow.of(STANDARD);

    private static JsonNode metadata() {
        return STANDARD.get("/.well-known/oauth-authorization-server").send().json();
    }

    private static List<String> list(String name) {
        return metadata().path(name).valueStream().map(JsonNode::asString).toList();
    }

    private static String path(String endpoint) {
        String url = metadata().path(endpoint).asString();
        assertThat(url).startsWith(STANDARD.url() + "/");
        return URI.create(url).getPath();
    }

    @Test
    void itIsWhatIsWrittenHere() {
        Reply reply = STANDARD.get("/.well-known/oauth-authorization-server").send();
        String methods = "[\"client_secret_basic\",\"client_secret_post\"]";

        assertThat(reply.shape().replace(STANDARD.url(), "<url>"))
                .isEqualTo("{\"issuer\":\"<url>\",\"authorization_endpoint\":\"<url>/v1/oauth/authorize\","
                        + "\"token_endpoint\":\"<url>/v1/oauth/token\","
                        + "\"introspection_endpoint\":\"<url>/v1/oauth/introspect\","
                        + "\"revocation_endpoint\":\"<url>/v1/oauth/revoke\","
                        + "\"response_types_supported\":[\"code\"],\"response_modes_supported\":[\"query\"],"
                        + "\"grant_types_supported\":[\"authorization_code\",\"refresh_token\"],"
                        + "\"code_challenge_methods_supported\":[\"S256\"],"
                        + "\"token_endpoint_auth_methods_supported\":" + methods
                        + ",\"introspection_endpoint_auth_methods_supported\":" + methods
                        + ",\"revocation_endpoint_auth_methods_supported\":" + methods
                        + ",\"authorization_response_iss_parameter_supported\":true,\"request_id\":\"<id>\"}");
    }

    @Test
    void notionPublishesNone() {
        Reply reply = NOTION.get("/.well-known/oauth-authorization-server").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field("code")).isEqualTo("invalid_request_url");
    }

    @Test
    void everyEndpointIsWhereItSays() {
        assertThat(STANDARD.get(path("authorization_endpoint")).send().header("content-type"))
                .startsWith("text/html");
        assertThat(STANDARD.post(path("token_endpoint")).send().status()).isEqualTo(401);
        assertThat(STANDARD.post(path("introspection_endpoint")).send().status())
                .isEqualTo(401);
        assertThat(STANDARD.post(path("revocation_endpoint")).send().status()).isEqualTo(401);
    }

    @Test
    void bothAuthenticationMethodsWorkOnAllThreeEndpoints() {
        for (String endpoint : List.of("token", "introspection", "revocation")) {
            assertThat(list(endpoint + "_endpoint_auth_methods_supported"))
                    .containsExactly("client_secret_basic", "client_secret_post");
            String path = path(endpoint + "_endpoint");
            Map<String, String> body = Map.of("client_id", App.EXAMPLE.id(), "client_secret", App.EXAMPLE.secret());

            assertThat(STANDARD.post(path).basic(App.EXAMPLE).json("{}").send().status())
                    .isEqualTo(400);
            assertThat(STANDARD.post(path).form(body).send().status()).isEqualTo(400);
            assertThat(STANDARD.post(path).send().status()).isEqualTo(401);
        }
    }

    @Test
    void everyGrantTypeIsOneThatWorks() {
        for (String grantType : list("grant_types_supported")) {
            assertThat(FLOW.token(Map.of("grant_type", grantType)).field("error"))
                    .isEqualTo("invalid_request");
        }
        assertThat(FLOW.token(Map.of("grant_type", "password")).field("error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void everyResponseTypeModeAndChallengeMethodIsOneThatWorks() {
        String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        assertThat(list("response_types_supported"))
                .allSatisfy(type -> assertThat(
                                FLOW.browse(Map.of("response_type", type)).sent("code"))
                        .isNotEmpty());
        assertThat(list("response_modes_supported"))
                .allSatisfy(mode -> assertThat(
                                FLOW.browse(Map.of("response_mode", mode)).sent("code"))
                        .isNotEmpty());
        assertThat(list("code_challenge_methods_supported"))
                .doesNotContain("plain")
                .allSatisfy(method -> assertThat(
                                FLOW.browse(Map.of("code_challenge", challenge, "code_challenge_method", method))
                                        .sent("code"))
                        .isNotEmpty());
        assertThat(FLOW.browse(Map.of()).sent("iss"))
                .isEqualTo(metadata().path("issuer").asString());
    }
}
