package dev.keywright.server.description;

import dev.keywright.protocol.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The API as an OpenAPI document, version 3.1. */
public final class OpenApi {
    private static final String ABOUT =
            "A self-hosted OAuth 2.0 authorization server that speaks Notion's token API. Every answer has the header"
                    + " x-notion-request-id.";

    private final String publicUrl;
    private final String version;

    /** The document of a server that is reached at this URL and is of this version. */
    public OpenApi(String publicUrl, String version) {
        this.publicUrl = publicUrl;
        this.version = version;
    }

    /** The document that has these routes, and whatever they refer to. */
    public byte[] json(List<DescribedRoute> routes) {
        return new Members()
                .put("openapi", "3.1.0")
                .put("info", info())
                .put("servers", List.of(new Members().put("url", publicUrl).fields()))
                .put("tags", tags(routes))
                .put("paths", paths(routes))
                .put("components", components(routes))
                .fields()
                .toJson()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Members info() {
        return new Members()
                .put("title", "Keywright")
                .put("version", version)
                .put("description", ABOUT)
                .put("license", new Members().put("name", "Apache License 2.0").put("identifier", "Apache-2.0"));
    }

    private static List<JsonValue.Fields> tags(List<DescribedRoute> routes) {
        return routes.stream()
                .map(route -> route.operation().subject())
                .distinct()
                .sorted()
                .map(subject -> new Members()
                        .put("name", subject.title())
                        .put("description", subject.sentence())
                        .fields())
                .toList();
    }

    private static Members paths(List<DescribedRoute> routes) {
        Map<String, Members> byPath = new TreeMap<>();
        routes.stream()
                .sorted(Comparator.comparing(DescribedRoute::method))
                .forEach(route -> byPath.computeIfAbsent(route.path(), path -> new Members())
                        .put(route.method().toLowerCase(Locale.ROOT), operation(route)));
        Members paths = new Members();
        byPath.forEach(paths::put);
        return paths;
    }

    private static Members operation(DescribedRoute route) {
        Operation operation = route.operation();
        Members json = new Members()
                .put("operationId", route.id())
                .put("tags", List.of(new JsonValue.Text(operation.subject().title())))
                .put("summary", operation.summary())
                .put("description", operation.meaning())
                .put("security", security(operation));
        if (!operation.parameters().isEmpty()) {
            json.put(
                    "parameters",
                    operation.parameters().stream()
                            .map(parameter -> parameter.json().fields())
                            .toList());
        }
        Optional<Body> body = operation.body();
        body.ifPresent(present -> json.put("requestBody", present.json()));
        return json.put("responses", replies(operation));
    }

    private static List<JsonValue.Fields> security(Operation operation) {
        return operation.security() == Security.NONE
                ? List.of()
                : List.of(
                        new Members().put(operation.security().id(), List.of()).fields());
    }

    private static Members replies(Operation operation) {
        Members json = new Members();
        operation.replies().stream()
                .sorted(Comparator.comparingInt(Reply::status))
                .forEach(reply -> json.put(String.valueOf(reply.status()), reply.json()));
        return json.put(
                "default",
                new Members()
                        .put("description", "Any other error: a body over 64 KiB, or a failure of the server.")
                        .put("content", Reply.content(Map.of(Reply.JSON, operation.otherwise()))));
    }

    private static Members components(List<DescribedRoute> routes) {
        Map<String, JsonValue> schemas = new TreeMap<>();
        routes.forEach(route -> route.operation()
                .definitions()
                .forEach((name, schema) -> schemas.merge(name, schema, Operation::same)));
        Members schemes = new Members();
        Stream.of(Security.values())
                .filter(security ->
                        routes.stream().anyMatch(route -> route.operation().security() == security))
                .filter(security -> security != Security.NONE)
                .forEach(security -> schemes.put(
                        security.id(), new Members().put("type", "http").put("scheme", security.scheme())));
        return new Members().put("schemas", new Members().putAll(schemas)).put("securitySchemes", schemes);
    }
}
