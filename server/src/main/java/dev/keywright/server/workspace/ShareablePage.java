package dev.keywright.server.workspace;

import dev.keywright.protocol.PageId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page that someone may share, as it is shown to him.
 *
 * @param path the pages above it that he can see, the outermost first
 * @param hasChildren whether he can see pages below it
 */
public record ShareablePage(PageId id, String title, List<Step> path, boolean hasChildren) {
    /** One page on the way to another. */
    public record Step(PageId id, String title) {}

    public ShareablePage {
        path = List.copyOf(path);
    }

    /** The way to what is below this page. */
    public List<Step> pathBelow() {
        return Stream.concat(path.stream(), Stream.of(new Step(id, title))).collect(Collectors.toUnmodifiableList());
    }
}
