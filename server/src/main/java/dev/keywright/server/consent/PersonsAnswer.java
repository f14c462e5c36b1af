package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/** What a person answers at the authorization page. */
public sealed interface PersonsAnswer {
    /** Cancel: nothing is kept. */
    record Deny() implements PersonsAnswer {}

    /**
     * Allow access.
     *
     * @param person an email; the first member of the workspace by default
     * @param workspace the first there is by default
     * @param pages what to share; all top-level pages the person can see by default
     * @param duplicateTemplate whether to copy the developer's template instead of sharing pages
     */
    record Allow(
            Optional<String> person,
            Optional<WorkspaceId> workspace,
            Optional<Set<PageId>> pages,
            boolean duplicateTemplate)
            implements PersonsAnswer {
        /** Everything by default. */
        public static final Allow BY_DEFAULT = new Allow(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
