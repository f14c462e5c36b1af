package dev.keywright.server.world;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.document.Complaint;
import dev.keywright.server.document.Fields;
import dev.keywright.server.document.Node;
import dev.keywright.server.store.Pages;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.PageTree;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The workspaces of a world file with their pages, each page after its parent. */
final class Workspaces {
    /** What a workspace has. */
    static final List<String> FIELDS = List.of("id", "name", "icon", "members", "pages");

    /** What a page has. */
    static final List<String> PAGE_FIELDS = List.of("id", "title", "visible_to", "pages");

    private final People people;
    private final Ids workspaceIds;
    private final Ids pageIds;
    private final Instant now;
    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<PageId, Page> pages = new LinkedHashMap<>();

    private Workspaces(People people, RandomGenerator random, Instant now) {
        this.people = people;
        this.workspaceIds = new Ids("workspace", random);
        this.pageIds = new Ids("page", random);
        this.now = now;
    }

    static Workspaces read(List<Node> nodes, People people, RandomGenerator random, Instant now) throws Complaint {
        Workspaces workspaces = new Workspaces(people, random, now);
        for (Node node : nodes) {
            workspaces.add(Fields.of(node, FIELDS));
        }
        return workspaces;
    }

    private void add(Fields fields) throws Complaint {
        WorkspaceId id = new WorkspaceId(workspaceIds.take(fields, "id"));
        Set<PersonId> members = people.listed(fields.required("members"));
        workspaces.put(id, new Workspace(id, fields.required("name").text(), Words.icon(fields), List.copyOf(members)));
        for (Node page : fields.list("pages")) {
            addPage(page, id, members, Optional.empty());
        }
    }

    private void addPage(Node node, WorkspaceId workspace, Set<PersonId> members, Optional<PageId> parent)
            throws Complaint {
        Fields fields = Fields.of(node, PAGE_FIELDS);
        PageId id = new PageId(pageIds.take(fields, "id"));
        String title = fields.required("title").text();
        pages.put(id, new Page(id, workspace, parent, title, visibility(fields, members), now));
        for (Node child : fields.list("pages")) {
            addPage(child, workspace, members, Optional.of(id));
        }
    }

    private Visibility visibility(Fields fields, Set<PersonId> members) throws Complaint {
        Optional<Node> node = fields.node("visible_to");
        if (node.isEmpty()) {
            return new Visibility.Inherited();
        }
        if (!(node.get() instanceof Node.Sequence)) {
            return everyone(node.get());
        }
        Set<PersonId> listed = people.listed(node.get());
        List<Node> emails = node.get().items();
        for (int i = 0; i < emails.size(); i++) {
            if (!members.contains(people.named(emails.get(i)))) {
                throw emails.get(i).place().complaint("should be a member of the workspace");
            }
        }
        return new Visibility.Only(listed);
    }

    private static Visibility everyone(Node node) throws Complaint {
        if (node instanceof Node.Scalar scalar && scalar.written().equals("everyone")) {
            return new Visibility.Everyone();
        }
        throw node.place().complaint("should be everyone or a list of emails");
    }

    List<Workspace> all() {
        return List.copyOf(workspaces.values());
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** The page that an id names, which is offered as a template; a template is copied while a person waits. */
    PageId template(Node node, Optional<PersonId> owner) throws Complaint {
        PageId id = new PageId(Ids.uuid(node));
        Page page = pages.get(id);
        if (page == null) {
            throw node.place().complaint("should be the id of one of the pages");
        }
        List<Page> around = pages.values().stream()
                .filter(other -> other.workspace().equals(page.workspace()))
                .toList();
        PageTree tree = new PageTree(around);
        boolean owned = owner.map(person -> tree.visible(id, person)
                        && workspaces.get(page.workspace()) instanceof Workspace(var w, var n, var i, var members)
                        && members.contains(person))
                .orElse(true);
        if (!owned) {
            throw node.place().complaint("should be a page that the connection's owner can see");
        }
        int size = tree.subtree(id).size();
        if (size > Pages.LARGEST_TEMPLATE) {
            throw node.place()
                    .complaint("should be a page with at most " + Pages.LARGEST_TEMPLATE + " pages in all; it has "
                            + size);
        }
        return id;
    }

    /** The workspaces that a list of ids names: at least one, each once. */
    Set<WorkspaceId> listed(Node ids) throws Complaint {
        Set<WorkspaceId> listed = new LinkedHashSet<>();
        for (Node node : ids.items()) {
            UUID id = Ids.uuid(node);
            if (!workspaces.containsKey(new WorkspaceId(id))) {
                throw node.place().complaint("should be the id of one of the workspaces");
            }
            if (!listed.add(new WorkspaceId(id))) {
                throw node.place().complaint("is listed twice");
            }
        }
        if (listed.isEmpty()) {
            throw ids.place().complaint("should be any, or list at least one id of a workspace");
        }
        return listed;
    }
}
