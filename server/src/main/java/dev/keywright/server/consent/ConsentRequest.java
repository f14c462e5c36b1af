package dev.keywright.server.consent;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.Installation;
import dev.keywright.server.store.SecretHash;
import dev.keywright.server.workspace.Viewer;
import dev.keywright.server.workspace.Workspace;
import java.util.List;
import java.util.Set;

/**
 * A consent transaction that can be answered: the request as it is good now, before this person.
 *
 * @param workspace the one chosen, of those that are possible
 * @param possible the person's workspaces in which the connection may be installed
 * @param pages what is ticked so far
 */
public record ConsentRequest(
        SecretHash id,
        AuthorizationRequest request,
        PersonId person,
        Workspace workspace,
        List<Workspace> possible,
        Set<PageId> pages) {
    public ConsentRequest {
        possible = List.copyOf(possible);
        pages = Set.copyOf(pages);
    }

    /** The person among the pages of the chosen workspace. */
    public Viewer viewer() {
        return new Viewer(workspace.id(), person);
    }

    Installation installation() {
        return new Installation(request.connection().id(), workspace.id(), person);
    }
}
