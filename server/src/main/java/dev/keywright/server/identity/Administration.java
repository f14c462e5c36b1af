package dev.keywright.server.identity;

import dev.keywright.protocol.PageId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.Authorization;
import dev.keywright.server.authorization.Ended;
import dev.keywright.server.store.Store;
import dev.keywright.server.workspace.Page;
import dev.keywright.server.workspace.Visibility;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What admins do with people and workspaces, each recorded with who did it. */
public final class Administration {
    private final Store store;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AuditTrail audit;

    /** Changes this store. */
    public Administration(Store store, InstantSource clock, RandomGenerator random, AuditTrail audit) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.audit = audit;
    }

    /** Who does it, and in which request. */
    public record By(String requestId, PersonId admin) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void record(By by, String what, Object whom) {
        audit.record(by.requestId(), new AuditEvent.Administered(by.admin(), what, whom.toString()));
    }

    private void recordEnded(By by, List<Authorization> ended) {
        for (Authorization one : ended) {
            if (one.state() instanceof Ended(var why, var at)) {
                audit.record(
                        by.requestId(),
                        new AuditEvent.Ended(one.id().ref(), one.installation().client(), why));
            }
        }
    }

    /** A new person, a member of these workspaces; empty when the email is somebody's. */
    public Optional<PersonId> addPerson(By by, Optional<String> name, String email, List<WorkspaceId> workspaces) {
        Person person = new Person(new PersonId(Uuids.random(random)), name, Optional.empty(), email);
        if (!store.people().add(person, workspaces)) {
            return Optional.empty();
        }
        record(by, "person_added", person.id());
        return Optional.of(person.id());
    }

    /** Makes a person an admin, or no admin; false when none would be left. */
    public boolean setAdmin(By by, PersonId person, boolean admin) {
        boolean done = store.people().setAdmin(person, admin);
        if (done) {
            record(by, admin ? "admin_made" : "admin_unmade", person);
        }
        return done;
    }

    /** Ends all that a person has here, and lets the person in no more; false when no admin would be left. */
    public boolean deactivate(By by, PersonId person) {
        Optional<List<Authorization>> ended = store.people().deactivate(person, now());
        ended.ifPresent(list -> {
            record(by, "person_deactivated", person);
            recordEnded(by, list);
        });
        return ended.isPresent();
    }

    /** Lets a person in again; what had ended stays so. */
    public void activate(By by, PersonId person) {
        store.people().activate(person);
        record(by, "person_activated", person);
    }

    /** A new workspace with one member. */
    public WorkspaceId addWorkspace(By by, String name, PersonId member) {
        Workspace workspace =
                new Workspace(new WorkspaceId(Uuids.random(random)), name, Optional.empty(), List.of(member));
        store.workspaceChanges().add(workspace);
        record(by, "workspace_added", workspace.id());
        return workspace.id();
    }

    /** Gives a workspace another name. */
    public void renameWorkspace(By by, WorkspaceId workspace, String name) {
        store.workspaceChanges().rename(workspace, name);
        record(by, "workspace_renamed", workspace);
    }

    /** Makes a person a member. */
    public void addMember(By by, WorkspaceId workspace, PersonId person) {
        store.workspaceChanges().addMember(workspace, person);
        record(by, "member_added", workspace + " " + person);
    }

    /** Takes a member out, and ends what the person installed there. */
    public void removeMember(By by, WorkspaceId workspace, PersonId person) {
        List<Authorization> ended = store.workspaceChanges().removeMember(workspace, person, now());
        record(by, "member_removed", workspace + " " + person);
        recordEnded(by, ended);
    }

    /** Deletes a workspace with its pages, and ends everything installed in it. */
    public void deleteWorkspace(By by, WorkspaceId workspace) {
        List<Authorization> ended = store.workspaceChanges().delete(workspace, now());
        record(by, "workspace_deleted", workspace);
        recordEnded(by, ended);
    }

    /** One more page, at the top or below another one; every member can see it who can see that one. */
    public void addPage(WorkspaceId workspace, Optional<PageId> parent, String title) {
        store.workspaceChanges()
                .addPage(new Page(
                        new PageId(Uuids.random(random)), workspace, parent, title, new Visibility.Inherited(), now()));
    }

    /** Gives a page another title. */
    public void renamePage(WorkspaceId workspace, PageId page, String title) {
        store.workspaceChanges().renamePage(workspace, page, title, clock.instant());
    }
}
