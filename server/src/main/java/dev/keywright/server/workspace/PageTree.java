package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of one workspace as a tree: what a person may share, and what lies below a page. */
public final class PageTree {
    private final Map<PageId, Page> pages = new LinkedHashMap<>();
    private final Map<PageId, List<Page>> children = new HashMap<>();
    private final List<Page> top = new ArrayList<>();

    /** The tree of these pages, in their order. */
    public PageTree(List<Page> all) {
        for (Page page : all) {
            pages.put(page.id(), page);
            page.parent()
                    .map(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>()))
                    .orElse(top)
                    .add(page);
        }
    }

    /** Whether this person, a member of the workspace, can see the page, and so share it. */
    public boolean visible(PageId id, PersonId person) {
        Optional<Page> page = Optional.ofNullable(pages.get(id));
        while (page.isPresent()) {
            switch (page.get().visibility()) {
                case Visibility.Everyone everyone -> {
                    return true;
                }
                case Visibility.Only(var people) -> {
                    return people.contains(person);
                }
                case Visibility.Inherited inherited -> {
                    if (page.get().parent().isEmpty()) {
                        return true;
                    }
                    page = page.get().parent().map(pages::get);
                }
            }
        }
        return false;
    }

    /** The top-level pages that this person can see. */
    public List<Page> topLevel(PersonId person) {
        return top.stream().filter(page -> visible(page.id(), person)).toList();
    }

    /** The page and all that is below it, each after its parent; empty when there is no such page. */
    public List<Page> subtree(PageId id) {
        List<Page> found = new ArrayList<>();
        Optional.ofNullable(pages.get(id)).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children.getOrDefault(found.get(i).id(), List.of()));
        }
        return found;
    }
}
