package dev.keywright.server.document;

import dev.keywright.protocol.Clip;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML file into a {@link Node}. Takes plain YAML: one document, no aliases, no tags, every field once. */
public final class YamlDocument {
    /** No file that people write is deeper; reading goes as deep in calls. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_LENGTH = 64 * 1024 * 1024;
    private final String file;
    private final YAMLParser yaml;

    private YamlDocument(String file, YAMLParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** Reads a file of at most 64 MiB of UTF-8. */
    public static Node read(Path file) throws Complaint {
        try {
            if (Files.size(file) > MAX_LENGTH) {
                throw new Complaint(file + " cannot be read: it is larger than 64 MiB");
            }
            return read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Complaint(file + " cannot be read: there is no such file");
        } catch (MalformedInputException e) {
            throw new Complaint(file + " cannot be read: it should be UTF-8 text");
        } catch (IOException e) {
            throw new Complaint(file + " cannot be read: it should be a file that this user may read");
        }
    }

    /** Reads the text of a document; {@code file} is what complaints call it. */
    public static Node read(String file, String text) throws Complaint {
        try (JsonParser parser = yaml(text.length()).createParser(ObjectReadContext.empty(), text)) {
            return new YamlDocument(file, (YAMLParser) parser).only();
        } catch (JacksonException e) {
            throw notYaml(file, e);
        }
    }

    private static YAMLFactory yaml(int length) {
        return YAMLFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .loadSettings(LoadSettings.builder()
                        .setSchema(new CoreSchema())
                        // They are refused below, which can say where the first one is.
                        .setAllowDuplicateKeys(true)
                        .setCodePointLimit(MAX_LENGTH)
                        // All in one piece: the scanner fails where the end of a piece parts the two halves of an
                        // emoji.
                        .setBufferSize(Math.max(1, length))
                        .build())
                .build();
    }

    private static Complaint notYaml(String file, JacksonException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        if (e instanceof StreamConstraintsException) {
            problem = "it is nested deeper than " + MAX_DEPTH + " levels, or a value is too long";
        } else if (e.getCause() instanceof MarkedYamlEngineException marked) {
            // Jackson's location is that of the context, where a list began, say; the mark is where it went wrong.
            line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(line);
            problem = String.valueOf(marked.getProblem());
        }
        return new Complaint(file + " line " + line + ": this is not valid YAML: " + Clip.text(problem, 120));
    }

    private Node only() throws Complaint {
        JsonToken first = yaml.nextToken();
        if (first == null) {
            throw Place.root(file).complaint("is empty");
        }
        Node root = node(Place.root(file), first);
        if (yaml.nextToken() != null) {
            throw new Place(file, line(), "").complaint("should hold one document; here a second one begins");
        }
        return root;
    }

    private Node node(Place place, JsonToken token) throws Complaint {
        if (yaml.isCurrentAlias()) {
            throw place.complaint("should be written out; aliases are not understood here");
        }
        if (yaml.getTypeId() != null) {
            throw place.complaint("should have no tag; tags are not understood here");
        }
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> scalar(place, Node.Type.TEXT);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Node.Type.BOOLEAN);
            case VALUE_NULL -> scalar(place, Node.Type.NULL);
            default -> scalar(place, Node.Type.NUMBER);
        };
    }

    private Node scalar(Place place, Node.Type type) {
        return new Node.Scalar(place, type, yaml.getString());
    }

    private Node sequence(Place place) throws Complaint {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = yaml.nextToken(); token != JsonToken.END_ARRAY; token = yaml.nextToken()) {
            items.add(node(place.item(items.size(), line()), token));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place) throws Complaint {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            String name = yaml.currentName();
            Place field = place.field(Clip.name(name), line());
            if (fields.containsKey(name)) {
                throw field.complaint("is given twice; the first is on line "
                        + fields.get(name).place().line());
            }
            fields.put(name, node(field, yaml.nextToken()));
        }
        return new Node.Mapping(place, fields);
    }

    private int line() {
        return yaml.currentTokenLocation().getLineNr();
    }
}
