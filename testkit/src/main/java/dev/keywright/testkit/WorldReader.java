package dev.keywright.testkit;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Reads the answer of {@code GET /emulator/world}. */
final class WorldReader {
    private WorldReader() {}

    static World read(JsonNode world) {
        return new World(
                world.path("people").valueStream().map(WorldReader::person).toList(),
                world.path("workspaces")
                        .valueStream()
                        .map(WorldReader::workspace)
                        .toList(),
                world.path("connections")
                        .valueStream()
                        .map(WorldReader::connection)
                        .toList());
    }

    private static Person person(JsonNode person) {
        return new Person(id(person, "id"), text(person, "email"), JsonText.find(person, "name"));
    }

    private static Workspace workspace(JsonNode workspace) {
        return new Workspace(
                id(workspace, "id"), text(workspace, "name"), texts(workspace.path("members")), pages(workspace));
    }

    private static List<Page> pages(JsonNode parent) {
        return parent.path("pages")
                .valueStream()
                .map(page -> new Page(id(page, "id"), text(page, "title"), pages(page)))
                .toList();
    }

    private static Connection connection(JsonNode connection) {
        return new Connection(
                text(connection, "client_id"),
                text(connection, "client_secret"),
                text(connection, "name"),
                texts(connection.path("redirect_uris")),
                URI.create(text(connection, "authorization_url")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String text(JsonNode object, String name) {
        return object.path(name).asString();
    }

    private static UUID id(JsonNode object, String name) {
        return UUID.fromString(text(object, name));
    }
}
