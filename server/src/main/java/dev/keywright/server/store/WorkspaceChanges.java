package dev.keywright.server.store;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/** Workspaces and their pages, as admins change them one at a time. */
public interface WorkspaceChanges {
    /** One more workspace, after all others. */
    void add(Workspace workspace);

    /** Gives a workspace another name. */
    void rename(WorkspaceId workspace, String name);

    /** Makes a person a member, after the others; nothing happens when the person is one or does not exist. */
    void addMember(WorkspaceId workspace, PersonId person);

    /** Takes a member out; ends what the person had installed there, pending codes included, and gives it. */
    List<Authorization> removeMember(WorkspaceId workspace, PersonId person, Instant now);

    /**
     * Deletes a workspace with its pages and its internal connections; ends everything installed in it, pending codes
     * included, and gives it. A pending code whose template was in it copies none.
     */
    List<Authorization> delete(WorkspaceId workspace, Instant now);

    /** One more page, after all others of its workspace; nothing happens when the page above it is not of that workspace. */
    void addPage(Page page);

    /** Gives a page of this workspace another title, which edits it. */
    void renamePage(WorkspaceId workspace, PageId page, String title, Instant now);
}
