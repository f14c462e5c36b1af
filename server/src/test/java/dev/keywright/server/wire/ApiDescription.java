package dev.keywright.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a server says of its API, held against what it answers. An answer may have no member that is not described. */
final class ApiDescription {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final Set<String> seen = new TreeSet<>();

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    static ApiDescription of(TestServer server) {
        return new ApiDescription(server.get("/openapi.json").send().json());
    }

    JsonNode document() {
        return document;
    }

    /** Every operation: its method in lower case, and its path. */
    List<Map.Entry<String, String>> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path ->
                        path.getValue().propertyStream().map(method -> Map.entry(method.getKey(), path.getKey())))
                .toList();
    }

    JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method);
    }

    /** Sends a request and gives its answer, which is one of those that its operation describes. */
    Reply answer(Call call) {
        Reply reply = call.send();
        String method = call.method().toLowerCase(Locale.ROOT);
        String path = pathOf(call);
        JsonNode operation = operation(method, path);
        JsonNode described = operation.path("responses").path(String.valueOf(reply.status()));
        assertThat(described.isObject())
                .as("%s %s describes its answer %s", method, path, reply)
                .isTrue();
        described
                .path("headers")
                .propertyNames()
                .forEach(header -> assertThat(reply.all(header)).as(header).hasSize(1));
        assertBody(described.path("content"), reply);
        if (reply.status() == 200 && operation.has("requestBody")) {
            assertFits(
                    operation.at("/requestBody/content/application~1json/schema"),
                    JsonMapper.shared().readTree(call.text().isEmpty() ? "{}" : call.text()));
        }
        seen.add(method + " " + path + " " + reply.status());
        return reply;
    }

    private String pathOf(Call call) {
        return Stream.concat(Stream.of(call.path()), document.path("paths").propertyNames().stream())
                .filter(path -> document.path("paths").has(path))
                .filter(path -> call.path().matches(path.replaceAll("\\{[a-z_]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call.path() + " is not described"));
    }

    private void assertBody(JsonNode content, Reply reply) {
        String type = reply.header("content-type").replaceFirst(";.*", "");
        assertThat(type.isEmpty() ? Set.of() : Set.of(type))
                .isSubsetOf(content.propertyNames())
                .hasSize(content.isEmpty() ? 0 : 1);
        if (type.equals("application/json")) {
            assertFits(content.path(type).path("schema"), reply.json());
        }
    }

    private void assertFits(JsonNode schema, JsonNode value) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.putArray("allOf").add(closed(schema));
        root.set("$defs", closed(document.at("/components/schemas")));
        Schema compiled = SCHEMAS.getSchema(
                JsonMapper.shared().readTree(root.toString().replace("#/components/schemas/", "#/$defs/")));
        assertThat(compiled.validate(value)).as("%s", value).isEmpty();
    }

    /** The same, and no object has members that are not named. */
    private static JsonNode closed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        node.forEach(ApiDescription::close);
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
    }

    /** Every status that an operation describes and that no answer had. */
    Set<String> unseen() {
        Set<String> described = new TreeSet<>();
        operations()
                .forEach(operation ->
                        operation(operation.getKey(), operation.getValue()).path("responses").propertyNames().stream()
                                .filter(status -> !status.equals("default"))
                                .forEach(status ->
                                        described.add(operation.getKey() + " " + operation.getValue() + " " + status)));
        described.removeAll(seen);
        return described;
    }
}
