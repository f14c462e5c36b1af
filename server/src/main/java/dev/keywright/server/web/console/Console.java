package dev.keywright.server.web.console;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Uuids;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.audit.AuditEvent;
import dev.keywright.server.audit.AuditTrail;
import dev.keywright.server.authorization.TokenCodec;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.connection.DraftRules;
import dev.keywright.server.connection.InstallationScope;
import dev.keywright.server.connection.RedirectUriRules;
import dev.keywright.server.connection.Registration;
import dev.keywright.server.http.Answer;
import dev.keywright.server.http.Request;
import dev.keywright.server.identity.Visitor;
import dev.keywright.server.store.Store;
import dev.keywright.server.web.ErrorPages;
import dev.keywright.server.web.Pages;
import dev.keywright.server.workspace.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What all endpoints of the console stand on.
 *
 * @param random makes ids, secrets and tokens, so it must be cryptographically strong in production
 * @param emulates whether secrets stay readable and plain HTTP may lead anywhere
 */
public record Console(
        Store store,
        Pages pages,
        ErrorPages errors,
        AuditTrail audit,
        InstantSource clock,
        RandomGenerator random,
        TokenCodec codec,
        String publicUrl,
        boolean emulates) {
    /** Where the console is. */
    public static final String PATH = "/developers";

    /** The connection that the path names, when it is there and this person may know: to all others it is not there. */
    Optional<Registration> theirs(Request request, Visitor.SignedIn developer) {
        return Uuids.exact(request.captured("client_id"))
                .flatMap(id -> store.connections().find(new ClientId(id)))
                .filter(found -> developer.admin()
                        || found.connection()
                                .owner()
                                .equals(Optional.of(developer.person().id())));
    }

    /** The path of a connection's page. */
    static String path(ClientId id) {
        return PATH + "/" + id;
    }

    /** On to a connection's page, which says what was done. */
    static Answer done(ClientId id, Done done) {
        return Answer.seeOther(path(id) + "?done=" + done.word());
    }

    RedirectUriRules redirectUriRules() {
        return new RedirectUriRules(emulates);
    }

    /** The workspaces that a developer may choose from: their own. */
    List<Workspace> workspaces(Visitor.SignedIn developer) {
        return store.workspacesOf(developer.person().id());
    }

    /** What a draft must be, for a connection that may have workspaces of others already. */
    DraftRules draftRules(Visitor.SignedIn developer, Optional<Connection> current) {
        Set<WorkspaceId> choice = new HashSet<>();
        workspaces(developer).forEach(workspace -> choice.add(workspace.id()));
        current.ifPresent(connection -> choice.addAll(selected(connection)));
        return new DraftRules(choice);
    }

    private static Set<WorkspaceId> selected(Connection connection) {
        return switch (connection.installationScope()) {
            case InstallationScope.AnyWorkspace any -> Set.of();
            case InstallationScope.SelectedWorkspaces(var workspaces) -> workspaces;
            case InstallationScope.Internal(var workspace) -> Set.of(workspace);
        };
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps in the audit trail what somebody did to a connection. */
    void record(Request request, Visitor.SignedIn developer, ClientId client, String what) {
        audit.record(
                request.id(),
                new AuditEvent.ConnectionChanged(client, developer.person().id(), what));
    }

    /** Keeps in the audit trail what an admin did to a resource server. */
    void administered(Request request, Visitor.SignedIn admin, String what, ClientId server) {
        audit.record(request.id(), new AuditEvent.Administered(admin.person().id(), what, server.toString()));
    }
}
