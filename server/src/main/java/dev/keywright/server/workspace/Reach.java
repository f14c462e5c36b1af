package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import java.util.Optional;
import java.util.Set;

/**
 * How far someone sees: a person all that he may, a bot the pages that were shared with it and all below them, as far as
 * the person sees who shared them.
 *
 * @param shared the pages that were shared, of any depth; empty for the person himself
 */
public record Reach(Viewer sharer, Optional<Set<PageId>> shared) {
    public Reach {
        shared = shared.map(Set::copyOf);
    }

    /** What a person sees. */
    public static Reach of(Viewer person) {
        return new Reach(person, Optional.empty());
    }

    /** What a bot sees with which {@code sharer} shared these pages. */
    public static Reach ofBot(Viewer sharer, Set<PageId> shared) {
        return new Reach(sharer, Optional.of(shared));
    }
}
