package dev.keywright.server.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema of world files takes what the reader takes, as far as a schema can. */
class WorldSchemaTest {
    private static final JsonNode SOURCE = JsonMapper.shared().readTree(WorldSchema.text());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SOURCE);
    private static final String BUILT_IN = WorldWriter.yaml(BuiltInWorld.world(Reading.CLOCK));

    private static boolean takes(JsonNode world) {
        return SCHEMA.validate(world).isEmpty();
    }

    @Test
    void isAJsonSchemaItself() {
        Schema ofSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(SOURCE)).isEmpty();
    }

    @Test
    void takesTheBuiltInWorldAsItIsPrinted() {
        assertThat(SCHEMA.validate(BUILT_IN, InputFormat.YAML)).isEmpty();
    }

    @Test
    void takesTheWorldOfTheDocumentation() throws Exception {
        Matcher block = Pattern.compile("(?ms)^```yaml\n(people:.*?)^```$")
                .matcher(Files.readString(Path.of("../docs/emulator.md")));

        assertThat(block.find()).isTrue();
        assertThat(SCHEMA.validate(block.group(1), InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people:",
                "rate_limit:",
                "workspaces: [{name: Home, members: [ada@example.com], icon: null, pages: null}]",
                "connections: [{name: App, redirect_uris: ['myapp:/callback'], capabilities: null, workspaces: null}]",
                "connections: [{client_id: 463558A3725E4f37b6d30889894f68de, name: App, redirect_uris: ['x:y']}]",
            })
    void takesWhatIsLeftOutOrNullAndIdsOfAnyForm(String yaml) {
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people: [{email: ada}]",
                "people: [{email: ada@example.com, avatar_url: 'ftp://example.com'}]",
                "workspaces: [{name: Home, members: []}]",
                "workspaces: [{name: ' ', members: [ada@example.com]}]",
                "workspaces: [{name: Home, members: [ada@example.com], pages: [{title: A, visible_to: nobody}]}]",
                "connections: [{name: App, redirect_uris: [/callback]}]",
                "connections: [{name: App, redirect_uris: ['x:y'], client_secret: with space}]",
                "connections: [{name: App, redirect_uris: ['x:y'], capabilities: {people: all}}]",
                "connections: [{name: App, redirect_uris: ['x:y'], workspaces: some}]",
                "rate_limit: {requests_per_minute: 0}",
            })
    void refusesWhatTheReaderRefuses(String yaml) {
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThat(Reading.read(SecretKeeping.READABLE, yaml)).isInstanceOf(WorldReading.Refused.class);
    }

    @Test
    void refusesAnUnknownFieldWhereverItIs() {
        JsonNode world = new YAMLMapper().readTree(BUILT_IN);

        assertThat(groups(world)).hasSizeGreaterThan(20).allSatisfy(group -> {
            JsonNode changed = world.deepCopy();
            ((ObjectNode) changed.at(group)).put("unknown", "value");
            assertThat(takes(changed)).isFalse();
        });
    }

    @Test
    void missesAFieldExactlyWhenTheReaderDoes() {
        JsonNode world = new YAMLMapper().readTree(BUILT_IN);

        assertThat(groups(world)).allSatisfy(group -> {
            for (String name : world.at(group).propertyNames()) {
                JsonNode changed = world.deepCopy();
                ((ObjectNode) changed.at(group)).remove(name);
                assertThat(takes(changed)).as("%s without %s", group, name).isEqualTo(!isMissed(name, changed));
            }
        });
    }

    private static boolean isMissed(String name, JsonNode world) {
        return Reading.read(SecretKeeping.READABLE, world.toString()) instanceof WorldReading.Refused(String sentence)
                && sentence.endsWith("should have the field " + name);
    }

    private static List<JsonPointer> groups(JsonNode world) {
        List<JsonPointer> groups = new ArrayList<>();
        collect(world, JsonPointer.empty(), groups);
        return groups;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> groups) {
        if (node.isObject()) {
            groups.add(at);
            node.properties().forEach(field -> collect(field.getValue(), at.appendProperty(field.getKey()), groups));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), groups);
        }
    }

    @Test
    void knowsTheFieldsThatTheReaderKnows() {
        assertThat(names(SOURCE)).isEqualTo(WorldFile.FIELDS);
        assertThat(names(definition("person"))).isEqualTo(People.FIELDS);
        assertThat(names(definition("workspace"))).isEqualTo(Workspaces.FIELDS);
        assertThat(names(definition("page"))).isEqualTo(Workspaces.PAGE_FIELDS);
        assertThat(names(definition("connection"))).isEqualTo(Connections.FIELDS);
        assertThat(names(definition("capabilities"))).isEqualTo(Connections.CAPABILITIES_FIELDS);
        assertThat(names(definition("rate_limit"))).isEqualTo(WorldFile.RATE_LIMIT_FIELDS);
    }

    private static JsonNode definition(String name) {
        return SOURCE.at("/$defs/" + name);
    }

    private static List<String> names(JsonNode group) {
        return List.copyOf(group.get("properties").propertyNames());
    }

    @ParameterizedTest
    @CsvSource({"CONTENT, /content/items/enum", "COMMENTS, /comments/items/enum", "PEOPLE, /people/enum"})
    void knowsTheWordsThatTheReaderKnows(String vocabulary, String place) {
        Vocabulary<?> words = switch (vocabulary) {
            case "CONTENT" -> Vocabulary.CONTENT;
            case "COMMENTS" -> Vocabulary.COMMENTS;
            default -> Vocabulary.PEOPLE;
        };

        Stream<JsonNode> listed =
                SOURCE.at("/$defs/capabilities/properties" + place).valueStream();
        assertThat(listed.filter(JsonNode::isString).map(JsonNode::stringValue))
                .containsExactlyElementsOf(
                        words.words().stream().map(Vocabulary.Word::word).toList());
    }
}
