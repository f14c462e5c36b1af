package dev.keywright.client;

import java.util.Optional;
import java.util.UUID;

/** For whom a bot acts. */
public sealed interface Owner {
    /**
     * A person, as far as the connection's capabilities let it see one.
     *
     * @param id the user id
     * @param name what the person is called
     * @param avatarUrl a picture
     * @param email the address; absent without the capability for it
     */
    record Person(UUID id, Optional<String> name, Optional<String> avatarUrl, Optional<String> email) implements Owner {
        /** Shows the id and nothing personal. */
        @Override
        public String toString() {
            return "Person[id=" + id + ", ***]";
        }
    }

    /** The workspace itself: an internal connection, or one of Notion's early public ones. */
    record Workspace() implements Owner {}

    /** An owner in a form that this client does not know. */
    record Unknown() implements Owner {}
}
