package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The titles of one workspace's pages in memory, where they are searched: passing over a hundred thousand takes a few
 * milliseconds. What is found, and in which order, is decided here, so that it is the same over every store. Never changes;
 * what was written since gives another.
 */
public final class PageIndex {
    /** The index of a workspace without pages. */
    public static final PageIndex EMPTY = new PageIndex(List.of());

    private static final int NONE = -1;

    private final List<Entry> entries;
    private final Map<PageId, Integer> indexes;

    /** Where in the list the page above each stands. */
    private final int[] parents;

    private final long revision;

    /**
     * A page.
     *
     * @param viewers the people who can see it; empty when every member of the workspace can
     * @param position where it stands among all pages of the workspace
     * @param revision which change of the workspace wrote it
     */
    public record Entry(
            PageId id,
            Optional<PageId> parent,
            Optional<Set<PersonId>> viewers,
            FoldedTitle title,
            long position,
            Instant editedAt,
            long revision) {}

    private PageIndex(List<Entry> entries) {
        this.entries = entries;
        this.indexes = HashMap.newHashMap(entries.size());
        this.parents = new int[entries.size()];
        long last = 0;
        for (int i = 0; i < entries.size(); i++) {
            indexes.put(entries.get(i).id(), i);
            last = Math.max(last, entries.get(i).revision());
        }
        for (int i = 0; i < parents.length; i++) {
            parents[i] = entries.get(i).parent().map(this::indexOf).orElse(NONE);
        }
        this.revision = last;
    }

    private int indexOf(PageId id) {
        return indexes.getOrDefault(id, NONE);
    }

    /** The last change of the workspace that it has. */
    public long revision() {
        return revision;
    }

    /** How many pages it has. */
    public int size() {
        return entries.size();
    }

    /** The index with these pages too, no two of them the same, each in place of what it was before. */
    public PageIndex with(List<Entry> written) {
        if (written.isEmpty()) {
            return this;
        }
        List<Entry> all = new ArrayList<>(entries);
        for (Entry entry : written) {
            int known = indexOf(entry.id());
            if (known == NONE) {
                all.add(entry);
            } else {
                all.set(known, entry);
            }
        }
        return new PageIndex(List.copyOf(all));
    }

    /** The pages that a search finds, in its order; empty when the page to go on after is not among those it sees. */
    public Optional<List<PageId>> find(PageSearch search) {
        Sight sight = new Sight(search.reach());
        Comparator<Hit> order = order(search);
        String text = search.text().text();
        Optional<Hit> after = search.after()
                .map(this::indexOf)
                .filter(index -> index != NONE && sight.has(index))
                .map(index -> new Hit(entries.get(index), text));
        if (search.after().isPresent() && after.isEmpty()) {
            return Optional.empty();
        }
        // The last of those found so far is at the head, where a better one takes its place.
        PriorityQueue<Hit> found = new PriorityQueue<>(order.reversed());
        for (int i = 0; i < entries.size(); i++) {
            Hit hit = new Hit(entries.get(i), text);
            if (hit.place() != NONE
                    && (found.size() < search.most() || order.compare(hit, found.element()) < 0)
                    && (after.isEmpty() || order.compare(hit, after.get()) > 0)
                    && sight.has(i)) {
                found.add(hit);
                if (found.size() > search.most()) {
                    found.remove();
                }
            }
        }
        return Optional.of(
                found.stream().sorted(order).map(hit -> hit.entry().id()).toList());
    }

    /** A page, and where its title has the text that is looked for. */
    private record Hit(Entry entry, int place) {
        Hit(Entry entry, String text) {
            this(entry, entry.title().text().indexOf(text));
        }
    }

    private static Comparator<Hit> order(PageSearch search) {
        Comparator<Hit> oldestFirst = Comparator.comparing(hit -> hit.entry().editedAt());
        Comparator<Hit> byPosition = Comparator.comparingLong(hit -> hit.entry().position());
        Comparator<Hit> newestFirst = oldestFirst.reversed().thenComparing(byPosition);
        return switch (search.order()) {
            case EDITED_ASCENDING -> oldestFirst.thenComparing(byPosition);
            case EDITED_DESCENDING -> newestFirst;
            case RELEVANCE ->
                search.text().isEmpty()
                        ? newestFirst
                        : Comparator.comparingInt(Hit::place)
                                .thenComparing(hit -> hit.entry().title().text())
                                .thenComparing(byPosition);
        };
    }

    /** What a search sees, found out page by page and remembered for what is below. */
    private final class Sight {
        private static final byte UNKNOWN = 0;
        private static final byte SHARED = 1;
        private static final byte APART = 2;

        private final PersonId person;
        private final boolean everything;
        private final byte[] known;

        Sight(Reach reach) {
            this.person = reach.sharer().person();
            this.everything = reach.shared().isEmpty();
            this.known = new byte[entries.size()];
            reach.shared().orElse(Set.of()).stream()
                    .mapToInt(PageIndex.this::indexOf)
                    .filter(index -> index != NONE)
                    .forEach(index -> known[index] = SHARED);
        }

        boolean has(int index) {
            return entries.get(index)
                            .viewers()
                            .map(people -> people.contains(person))
                            .orElse(true)
                    && (everything || isShared(index));
        }

        private boolean isShared(int index) {
            List<Integer> passed = new ArrayList<>();
            int at = index;
            while (at != NONE && known[at] == UNKNOWN) {
                passed.add(at);
                at = parents[at];
            }
            byte found = at == NONE ? APART : known[at];
            passed.forEach(each -> known[each] = found);
            return found == SHARED;
        }
    }
}
