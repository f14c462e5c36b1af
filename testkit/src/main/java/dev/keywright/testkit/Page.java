package dev.keywright.testkit;

import java.util.List;
import java.util.UUID;

/**
 * What a person can share.
 *
 * @param pages those below it
 */
public record Page(UUID id, String title, List<Page> pages) {
    /** A page; the list is copied. */
    public Page {
        pages = List.copyOf(pages);
    }
}
