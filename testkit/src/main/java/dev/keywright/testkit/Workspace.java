package dev.keywright.testkit;

import java.util.List;
import java.util.UUID;

/**
 * Where a connection can be installed.
 *
 * @param members emails of people; the first is the one who answers unless another is named
 * @param pages those at the top
 */
public record Workspace(UUID id, String name, List<String> members, List<Page> pages) {
    /** A workspace; the lists are copied. */
    public Workspace {
        members = List.copyOf(members);
        pages = List.copyOf(pages);
    }
}
