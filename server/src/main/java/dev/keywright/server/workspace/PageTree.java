package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        return pages.containsKey(id)
                && audience(id)
                        .map(listing -> viewers(listing).contains(person))
                        .orElse(true);
    }

    /**
     * The page whose list of viewers holds for this one: itself or the nearest one above it that has a list. Empty when
     * every member of the workspace can see it.
     */
    public Optional<PageId> audience(PageId id) {
        Optional<PageId> at = Optional.of(id);
        while (at.isPresent()) {
            Page page = pages.get(at.get());
            if (page == null || page.visibility() instanceof Visibility.Only) {
                // Of a page that is not here nobody is a viewer.
                return at;
            }
            at = page.visibility() instanceof Visibility.Inherited ? page.parent() : Optional.empty();
        }
        return Optional.empty();
    }

    private Set<PersonId> viewers(PageId listing) {
        Page page = pages.get(listing);
        return page != null && page.visibility() instanceof Visibility.Only(var people) ? people : Set.of();
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
