package dev.keywright.server.world;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes pages as the world file nests them: each below its parent. */
final class PageWriter {
    private final List<Person> people;
    private final Map<WorkspaceId, List<Page>> top = new HashMap<>();
    private final Map<PageId, List<Page>> children = new HashMap<>();
    private final JsonGenerator out;

    PageWriter(World world, JsonGenerator out) {
        this.people = world.people();
        this.out = out;
        for (Page page : world.pages()) {
            page.parent()
                    .map(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>()))
                    .orElseGet(() -> top.computeIfAbsent(page.workspace(), id -> new ArrayList<>()))
                    .add(page);
        }
    }

    /** Writes the field {@code pages} of a workspace. */
    void write(WorkspaceId workspace) {
        pages(top.getOrDefault(workspace, List.of()));
    }

    private void pages(List<Page> pages) {
        out.writeArrayPropertyStart("pages");
        pages.forEach(this::page);
        out.writeEndArray();
    }

    private void page(Page page) {
        out.writeStartObject();
        out.writeStringProperty("id", page.id().toString());
        out.writeStringProperty("title", page.title());
        visibility(page.visibility());
        List<Page> below = children.getOrDefault(page.id(), List.of());
        if (!below.isEmpty()) {
            pages(below);
        }
        out.writeEndObject();
    }

    private void visibility(Visibility visibility) {
        switch (visibility) {
            case Visibility.Inherited inherited -> {
                // Left out: that is how the file says it.
            }
            case Visibility.Everyone everyone -> out.writeStringProperty("visible_to", "everyone");
            case Visibility.Only(var ids) -> {
                out.writeArrayPropertyStart("visible_to");
                people.stream()
                        .filter(person -> ids.contains(person.id()))
                        .forEach(person -> out.writeString(person.email()));
                out.writeEndArray();
            }
        }
    }
}
