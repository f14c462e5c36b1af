package dev.keywright.server.workspace;

import dev.keywright.protocol.PersonId;
import java.util.Set;

/** Who can see a page. */
public sealed interface Visibility {
    /** Whoever can see the page above it; at the top, every member. */
    record Inherited() implements Visibility {}

    /** Every member of the workspace. */
    record Everyone() implements Visibility {}

    /** These people and no others. */
    record Only(Set<PersonId> people) implements Visibility {
        public Only {
            people = Set.copyOf(people);
        }
    }
}
