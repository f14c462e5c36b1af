package dev.keywright.server.store;

import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The people who may sign in. */
public interface People {
    /** The account of a person. */
    Optional<Account> account(PersonId id);

    /** The account with this email, whatever the case of its letters. */
    Optional<Account> byEmail(String email);

    /** At most {@code most} accounts in order, after the first {@code skipped}. */
    List<Account> list(int skipped, int most);

    /** The workspaces that a person is a member of, in order. */
    List<Workspace> workspacesOf(PersonId person);

    /** Adds a person, a member of these workspaces; false, and nothing done, when the email is somebody's. */
    boolean add(Person person, List<WorkspaceId> workspaces);

    /** Makes a person an admin, or no admin; false, and nothing done, when no active admin would be left. */
    boolean setAdmin(PersonId person, boolean admin);

    /**
     * Lets a person in no more: ends every session, link and authorization, pending ones included, and gives the
     * authorizations. Empty, and nothing done, when no active admin would be left.
     */
    Optional<List<Authorization>> deactivate(PersonId person, Instant now);

    /** Lets a person in again. */
    void activate(PersonId person);

    /** Makes the first person an admin, when nobody is one. */
    void ensureAdmin();
}
