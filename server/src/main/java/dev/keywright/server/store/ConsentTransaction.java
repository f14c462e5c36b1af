package dev.keywright.server.store;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import java.time.Instant;
import java.util.Set;

/**
 * An authorization request that is before a person: from the moment the page asks until the answer. All that decides is
 * here, and nothing of it in the page.
 *
 * @param id the hash of what the page's address names it by
 * @param session the session that it was begun in, the only one that may answer
 * @param query the parameters of the authorization request, which are checked again at every step
 * @param workspace what the person chose, or was offered first
 * @param pages what the person has ticked so far
 * @param answered whether it was answered; it stays known for a while, so that a second answer can be told so
 */
public record ConsentTransaction(
        SecretHash id,
        SecretHash session,
        PersonId person,
        String query,
        WorkspaceId workspace,
        Set<PageId> pages,
        boolean answered,
        Instant startedAt) {
    public ConsentTransaction {
        pages = Set.copyOf(pages);
    }

    /** Shows nothing of the request: its state is the client's secret. */
    @Override
    public String toString() {
        return "ConsentTransaction[" + person + " in " + workspace + "]";
    }
}
