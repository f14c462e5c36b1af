package dev.keywright.server.settings;

import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import dev.keywright.server.document.YamlDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads settings from a YAML file of names and values. Null counts as not set; relative paths start where the server does. */
final class SettingsFile {
    private SettingsFile() {}

    static List<Given> read(Path file) throws Complaint {
        // A settings file cannot name another.
        List<Setting<?>> known = Catalogue.all().stream()
                .filter(setting -> !setting.equals(Catalogue.CONFIG))
                .toList();
        Fields fields = Fields.of(
                YamlDocument.read(file),
                known.stream().<String>map(Setting::name).toList());
        List<Given> given = new ArrayList<>();
        for (Setting<?> setting : known) {
            Optional<Node> node = fields.node(setting.name());
            if (node.isPresent()) {
                Source source =
                        new Source.File(file.toString(), node.get().place().line());
                String text = setting.isList() ? listed(node.get()) : single(node.get());
                given.add(new Given(setting, text, source));
            }
        }
        return given;
    }

    /** A list as it is written elsewhere: with commas between. */
    private static String listed(Node node) throws Complaint {
        if (!(node instanceof Node.Sequence sequence)) {
            return single(node);
        }
        List<String> parts = new ArrayList<>();
        for (Node item : sequence.items()) {
            parts.add(single(item));
        }
        return String.join(",", parts);
    }

    private static String single(Node node) throws Complaint {
        if (node instanceof Node.Scalar scalar) {
            return scalar.written();
        }
        throw node.place().complaint("should be a single value, instead is " + node.kind());
    }
}
