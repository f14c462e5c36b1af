package dev.keywright.server.identity;

import dev.keywright.protocol.Person;
import dev.keywright.server.store.SecretHash;

/** Who asks for a page, as the cookies of the request say. */
public sealed interface Visitor {
    /** What every form shown to this visitor carries, and no other page can know. */
    String formToken();

    /**
     * A person with a session.
     *
     * @param admin whether this person may manage people and workspaces
     * @param session what the session is kept under
     */
    record SignedIn(Person person, boolean admin, SecretHash session, String formToken) implements Visitor {
        /** What to call this person on a page. */
        public String name() {
            return person.name().orElse(person.email());
        }

        @Override
        public String toString() {
            return "SignedIn[" + person.id() + "]";
        }
    }

    /** Nobody that is known; the token belongs to this browser. */
    record Anonymous(String formToken) implements Visitor {
        @Override
        public String toString() {
            return "Anonymous";
        }
    }
}
