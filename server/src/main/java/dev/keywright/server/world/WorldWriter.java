package dev.keywright.server.world;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Person;
import dev.keywright.server.connection.ClientSecret;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Workspace;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * Writes a world in the shape of the world file, every id filled in. A connection's secret appears only where it is kept
 * readable; of two, the first.
 */
public final class WorldWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(
                    YAMLWriteFeature.MINIMIZE_QUOTES,
                    YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new Quoting())
            .build();

    private final World world;
    private final JsonGenerator out;
    private final Optional<Function<Connection, String>> authorizationUrl;

    private WorldWriter(World world, JsonGenerator out, Optional<Function<Connection, String>> authorizationUrl) {
        this.world = world;
        this.out = out;
        this.authorizationUrl = authorizationUrl;
    }

    /** The world as a world file, which reads as the same world again if every secret is readable. */
    public static String yaml(World world) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            new WorldWriter(world, out, Optional.empty()).write();
        }
        return text.toString();
    }

    /** The world as one JSON object, in which each connection also has its {@code authorization_url}. */
    public static String json(World world, Function<Connection, String> authorizationUrl) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new WorldWriter(world, out, Optional.of(authorizationUrl)).write();
        }
        return text.toString();
    }

    private void write() {
        out.writeStartObject();
        out.writeArrayPropertyStart("people");
        world.people().forEach(this::person);
        out.writeEndArray();
        out.writeArrayPropertyStart("workspaces");
        PageWriter pages = new PageWriter(world, out);
        for (Workspace workspace : world.workspaces()) {
            workspace(workspace, pages);
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("connections");
        world.connections().forEach(this::connection);
        out.writeEndArray();
        out.writeObjectPropertyStart("rate_limit");
        numberOrNull("requests_per_minute", world.rateLimits().requestsPerMinute());
        numberOrNull("failed_authentication", world.rateLimits().failedAuthentications());
        out.writeEndObject();
        out.writeEndObject();
    }

    private void person(Person person) {
        out.writeStartObject();
        out.writeStringProperty("id", person.id().toString());
        out.writeStringProperty("email", person.email());
        textOrNull("name", person.name());
        textOrNull("avatar_url", person.avatarUrl());
        out.writeEndObject();
    }

    private void workspace(Workspace workspace, PageWriter pages) {
        out.writeStartObject();
        out.writeStringProperty("id", workspace.id().toString());
        out.writeStringProperty("name", workspace.name());
        textOrNull("icon", workspace.icon());
        out.writeArrayPropertyStart("members");
        // In the members' own order: the first is the default person.
        workspace.members().stream()
                .flatMap(member ->
                        world.people().stream().filter(person -> person.id().equals(member)))
                .forEach(person -> out.writeString(person.email()));
        out.writeEndArray();
        pages.write(workspace.id());
        out.writeEndObject();
    }

    private void connection(Connection connection) {
        out.writeStartObject();
        out.writeStringProperty("client_id", connection.id().toString());
        connection.secrets().stream()
                .map(ClientSecret::readable)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(secret -> out.writeStringProperty("client_secret", secret));
        out.writeStringProperty("name", connection.name());
        textOrNull("icon", connection.icon());
        textOrNull("website", connection.website());
        textOrNull(
                "owner",
                connection
                        .owner()
                        .flatMap(owner -> world.people().stream()
                                .filter(person -> person.id().equals(owner))
                                .findFirst()
                                .map(Person::email)));
        out.writeArrayPropertyStart("redirect_uris");
        connection.redirectUris().forEach(out::writeString);
        out.writeEndArray();
        capabilities(connection.capabilities());
        textOrNull("template_page", connection.templatePage().map(Object::toString));
        installationScope(connection);
        out.writeBooleanProperty("refresh_tokens", connection.refreshTokens());
        out.writeBooleanProperty("require_pkce", connection.requirePkce());
        out.writeBooleanProperty("disabled", connection.disabled());
        authorizationUrl.ifPresent(url -> out.writeStringProperty("authorization_url", url.apply(connection)));
        out.writeEndObject();
    }

    private void capabilities(Capabilities capabilities) {
        out.writeObjectPropertyStart("capabilities");
        granted("content", Vocabulary.CONTENT, capabilities);
        granted("comments", Vocabulary.COMMENTS, capabilities);
        Vocabulary.PEOPLE.words().stream()
                .filter(word -> word.meaning() == capabilities.people())
                .forEach(word -> out.writeStringProperty("people", word.word()));
        out.writeEndObject();
    }

    private void granted(String field, Vocabulary<Capabilities.Capability> words, Capabilities capabilities) {
        out.writeArrayPropertyStart(field);
        words.words().stream()
                .filter(word -> capabilities.granted().contains(word.meaning()))
                .forEach(word -> out.writeString(word.word()));
        out.writeEndArray();
    }

    private void installationScope(Connection connection) {
        switch (connection.installationScope()) {
            case InstallationScope.AnyWorkspace any -> out.writeStringProperty("workspaces", "any");
            case InstallationScope.Internal(var workspace) -> {
                out.writeArrayPropertyStart("workspaces");
                out.writeString(workspace.toString());
                out.writeEndArray();
            }
            case InstallationScope.SelectedWorkspaces(var ids) -> {
                out.writeArrayPropertyStart("workspaces");
                ids.stream().map(Object::toString).sorted().forEach(out::writeString);
                out.writeEndArray();
            }
        }
    }

    private void numberOrNull(String name, Optional<Integer> number) {
        number.ifPresentOrElse(value -> out.writeNumberProperty(name, value), () -> out.writeNullProperty(name));
    }

    private void textOrNull(String name, Optional<String> text) {
        text.ifPresentOrElse(value -> out.writeStringProperty(name, value), () -> out.writeNullProperty(name));
    }

    /** Also quotes what YAML 1.2 takes for numbers of another base, which the generator forgets. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.startsWith("0x") || value.startsWith("0o") || super.needToQuoteValue(value);
        }
    }
}
