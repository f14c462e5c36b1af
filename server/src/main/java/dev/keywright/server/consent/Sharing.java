package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import java.util.Set;

/** What a person shares with a connection. */
public sealed interface Sharing {
    /** All pages at the top of what the person can see, with all below them. */
    record Everything() implements Sharing {}

    /** These pages, with all below them. */
    record These(Set<PageId> pages) implements Sharing {
        public These {
            pages = Set.copyOf(pages);
        }
    }

    /** A copy of the developer's template, which is made when the code is redeemed. */
    record Template() implements Sharing {}
}
