package dev.keywright.server.world;

import dev.keywright.protocol.Capabilities;
import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.RedirectUris;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Reads the connections of a world file, which may name people, pages and workspaces of the same file. */
final class Connections {
    /** What a connection has. */
    static final List<String> FIELDS = List.of(
            "client_id",
            "client_secret",
            "name",
            "icon",
            "website",
            "owner",
            "redirect_uris",
            "capabilities",
            "template_page",
            "workspaces",
            "refresh_tokens",
            "require_pkce",
            "disabled");

    /** The parts of its capabilities. */
    static final List<String> CAPABILITIES_FIELDS = List.of("content", "comments", "people");

    private final People people;
    private final Workspaces workspaces;
    private final Secrets secrets;
    private final Ids ids;

    Connections(People people, Workspaces workspaces, Secrets secrets, RandomGenerator random) {
        this.people = people;
        this.workspaces = workspaces;
        this.secrets = secrets;
        this.ids = new Ids("connection", random);
    }

    List<Connection> read(List<Node> nodes) throws Complaint {
        List<Connection> connections = new ArrayList<>();
        for (Node node : nodes) {
            connections.add(connection(Fields.of(node, FIELDS)));
        }
        return connections;
    }

    private Connection connection(Fields fields) throws Complaint {
        return new Connection(
                new ClientId(ids.take(fields, "client_id")),
                List.of(secrets.keep(fields)),
                fields.required("name").text(),
                Words.icon(fields),
                Words.url(fields, "website"),
                owner(fields),
                redirectUris(fields.required("redirect_uris")),
                capabilities(fields),
                templatePage(fields),
                installationScope(fields),
                fields.flag("refresh_tokens", true),
                fields.flag("require_pkce", false),
                fields.flag("disabled", false));
    }

    private Optional<PersonId> owner(Fields fields) throws Complaint {
        Optional<Node> owner = fields.node("owner");
        return owner.isEmpty() ? Optional.empty() : Optional.of(people.named(owner.get()));
    }

    private Optional<PageId> templatePage(Fields fields) throws Complaint {
        Optional<Node> page = fields.node("template_page");
        return page.isEmpty() ? Optional.empty() : Optional.of(workspaces.template(page.get(), owner(fields)));
    }

    private static List<String> redirectUris(Node node) throws Complaint {
        List<String> uris = new ArrayList<>();
        for (Node item : node.items()) {
            String uri = item.text();
            Optional<String> problem = RedirectUris.problemWith(uri);
            if (problem.isPresent()) {
                throw item.place().complaint("cannot be registered: " + problem.get());
            }
            if (uris.contains(uri)) {
                throw item.place().complaint("is listed twice");
            }
            uris.add(uri);
        }
        if (uris.isEmpty()) {
            throw node.place().complaint("should list at least one redirect URI");
        }
        return uris;
    }

    private InstallationScope installationScope(Fields fields) throws Complaint {
        Optional<Node> node = fields.node("workspaces");
        if (node.isEmpty()
                || (node.get() instanceof Node.Scalar scalar && scalar.written().equals("any"))) {
            return new InstallationScope.AnyWorkspace();
        }
        if (!(node.get() instanceof Node.Sequence)) {
            throw node.get().place().complaint("should be any or a list of ids of workspaces");
        }
        return new InstallationScope.SelectedWorkspaces(workspaces.listed(node.get()));
    }

    /** Left out as a whole they are all; a part that is left out is not granted. */
    private static Capabilities capabilities(Fields connection) throws Complaint {
        Optional<Node> node = connection.node("capabilities");
        if (node.isEmpty()) {
            return Capabilities.all();
        }
        Fields fields = Fields.of(node.get(), CAPABILITIES_FIELDS);
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        granted.addAll(granted(fields.list("content"), Vocabulary.CONTENT));
        granted.addAll(granted(fields.list("comments"), Vocabulary.COMMENTS));
        Optional<Node> people = fields.node("people");
        return new Capabilities(
                granted, people.isEmpty() ? Capabilities.People.NONE : Vocabulary.PEOPLE.read(people.get()));
    }

    private static Set<Capability> granted(List<Node> nodes, Vocabulary<Capability> words) throws Complaint {
        Set<Capability> granted = EnumSet.noneOf(Capability.class);
        for (Node node : nodes) {
            if (!granted.add(words.read(node))) {
                throw node.place().complaint("is listed twice");
            }
        }
        return granted;
    }
}
