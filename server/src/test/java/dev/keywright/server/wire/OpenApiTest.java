package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code /openapi.json} and {@code /llms.txt} tell of a server. */
class OpenApiTest {
    @AutoClose
    private static final TestServer NOTION = TestServer.emulate();

    @AutoClose
    private static final TestServer STANDARD =
            TestServer.emulate("dialect", "standard", "public_url", "https://kw.example");

    private static final List<TestServer> BOTH = List.of(NOTION, STANDARD);

    private static Set<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theDocumentIsOpenApi31OfTheServersPublicUrl() {
        JsonNode document = ApiDescription.of(STANDARD).document();

        assertThat(document.path("openapi").asString("")).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").asString("")).isEqualTo("https://kw.example");
        assertThat(ApiDescription.of(NOTION).document().at("/servers/0/url").asString(""))
                .isEqualTo(NOTION.url());
        assertThat(document.at("/info/version").asString("")).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    /** What the specification says of a document's form, and JSON Schema of each schema in it. */
    @Test
    void theDocumentIsAsTheSpecificationSays() throws Exception {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Schema ofDocuments = registry.getSchema(
                Files.readString(Path.of("src/test/resources/dev/keywright/server/wire/openapi-3.1.schema.json")));
        Schema ofSchemas = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofDocuments.validate("{\"openapi\": \"3.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
        for (TestServer server : BOTH) {
            JsonNode document = ApiDescription.of(server).document();

            assertThat(ofDocuments.validate(document)).isEmpty();
            assertThat(document.at("/components/schemas"))
                    .isNotEmpty()
                    .allSatisfy(schema -> assertThat(ofSchemas.validate(schema)).isEmpty());
        }
    }

    @Test
    void everyReferenceLeadsToASchemaAndNoSchemaIsThereForNothing() {
        for (TestServer server : BOTH) {
            Reply reply = server.get("/openapi.json").send();

            Set<String> named =
                    new TreeSet<>(reply.json().at("/components/schemas").propertyNames());
            assertThat(all(reply.text(), "#/components/schemas/(\\w+)"))
                    .isEqualTo(named)
                    .isNotEmpty();
        }
    }

    @Test
    void everyOperationHasANameOfItsOwnAndSaysWhatItDoes() {
        for (TestServer server : BOTH) {
            ApiDescription api = ApiDescription.of(server);

            List<JsonNode> operations = api.operations().stream()
                    .map(operation -> api.operation(operation.getKey(), operation.getValue()))
                    .toList();

            assertThat(operations).hasSizeGreaterThan(25).allSatisfy(operation -> {
                assertThat(operation.path("summary").asString("")).isNotBlank();
                assertThat(operation.path("description").asString("")).endsWith(".");
                assertThat(operation.path("responses").propertyNames())
                        .hasSizeGreaterThan(1)
                        .contains("default");
            });
            assertThat(operations)
                    .extracting(operation -> operation.path("operationId").asString(""))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyNameInBracesIsAParameter() {
        ApiDescription api = ApiDescription.of(NOTION);

        assertThat(api.operations()).allSatisfy(operation -> {
            Set<String> described = api.operation(operation.getKey(), operation.getValue())
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").asString("").equals("path"))
                    .map(parameter -> parameter.path("name").asString(""))
                    .collect(Collectors.toSet());
            assertThat(described).isEqualTo(all(operation.getValue(), "\\{(\\w+)}"));
        });
    }

    @Test
    void clientsShowTheirSecretAndBotsTheirToken() {
        ApiDescription api = ApiDescription.of(NOTION);

        assertThat(api.operation("post", "/v1/oauth/token").at("/security/0").propertyNames())
                .containsExactly("client");
        assertThat(api.operation("get", "/v1/users/me").at("/security/0").propertyNames())
                .containsExactly("token");
        assertThat(api.operation("get", "/health").path("security").isEmpty()).isTrue();
        assertThat(api.document().at("/components/securitySchemes").toString())
                .isEqualTo("{\"client\":{\"type\":\"http\",\"scheme\":\"basic\"},"
                        + "\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}}");
    }

    @Test
    void theDialectsDifferWhereTheirAnswersDo() {
        List<String> ofTheRfcsAlone = List.of(
                "/components/schemas/OAuthError/properties/error_description",
                "/components/schemas/IntrospectionResponse/anyOf/0/properties/sub",
                "/paths/~1.well-known~1oauth-authorization-server/get",
                "/paths/~1v1~1oauth~1token/post/requestBody/content/application~1json/schema/properties/client_secret",
                "/paths/~1v1~1users~1me/get/responses/401/headers/WWW-Authenticate");
        JsonNode notion = ApiDescription.of(NOTION).document();
        JsonNode standard = ApiDescription.of(STANDARD).document();

        assertThat(ofTheRfcsAlone).allSatisfy(place -> {
            assertThat(standard.at(place).isMissingNode()).isFalse();
            assertThat(notion.at(place).isMissingNode()).isTrue();
        });
    }

    @Test
    void productionHasNoControlsAndTheEmulatorNoForwardAuth(@TempDir Path folder) {
        try (TestServer server = TestServer.serve(
                "data",
                folder.resolve("data").toString(),
                "keys",
                folder.resolve("keys").toString())) {
            JsonNode production = ApiDescription.of(server).document().path("paths");

            assertThat(production.propertyNames())
                    .contains("/forward-auth", "/v1/oauth/token")
                    .noneMatch(path -> path.startsWith("/emulator"));
            assertThat(ApiDescription.of(NOTION).document().path("paths").propertyNames())
                    .contains("/emulator/clock")
                    .doesNotContain("/forward-auth");
            assertThat(server.get("/llms.txt").send().text()).doesNotContain("emulator");
        }
    }

    @Test
    void theTextForLanguageModelsHasTheFormOfLlmstxt() {
        Reply reply = NOTION.get("/llms.txt").send();

        assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=utf-8");
        List<String> lines = reply.text().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("# Keywright");
        assertThat(lines.get(2)).startsWith("> ");
        assertThat(lines.subList(1, lines.size())).noneMatch(line -> line.startsWith("# ") || line.startsWith("### "));
        assertThat(reply.text().substring(reply.text().indexOf("\n## ")).lines())
                .allMatch(line -> line.isEmpty() || line.matches("## .+|- \\[.+]\\(http.+\\): .+"));
    }

    @Test
    void theTextForLanguageModelsNamesEveryOperationUnderThePublicUrl() {
        String text = STANDARD.get("/llms.txt").send().text();

        assertThat(ApiDescription.of(STANDARD).operations())
                .allSatisfy(operation -> assertThat(text)
                        .contains("- [" + operation.getKey().toUpperCase(Locale.ROOT) + " " + operation.getValue()
                                + "](https://kw.example" + operation.getValue() + "): "));
        assertThat(text).contains("https://kw.example/openapi.json", "dialect standard", "/emulator/authorize");
    }
}
