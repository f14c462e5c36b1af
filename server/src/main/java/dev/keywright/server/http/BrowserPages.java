package dev.keywright.server.http;

import java.util.Optional;

/** What a person's browser is shown where no endpoint answers: the room of the pages says, and knows how. */
public interface BrowserPages {
    /** Says nothing of its own: everyone gets what a program gets. */
    BrowserPages NONE = (request, status) -> Optional.empty();

    /** A page that says in words what went wrong; empty when this request is a program's. */
    Optional<Answer> page(Request request, int status);
}
