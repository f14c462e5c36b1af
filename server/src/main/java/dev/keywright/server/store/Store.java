package dev.keywright.server.store;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where everything is kept. Every call is one transaction and may throw {@link StoreUnavailableException}; what was
 * answered is durable.
 */
public interface Store extends AutoCloseable {
    /** Authorizations, their codes and their bots. */
    Authorizations authorizations();

    /** Authorization requests that are before a person. */
    ConsentTransactions consentTransactions();

    /** The pages of workspaces, where there may be many. */
    Pages pages();

    /** Who is signed in. */
    Sessions sessions();

    /** How people prove who they are. */
    Credentials credentials();

    /** How often signing in failed, and where. */
    SignInFailures signInFailures();

    /** How often things were done within a minute. */
    Counts counts();

    /** Which server does what only one needs to do. */
    Leases leases();

    /**
     * How far the clock that all servers on this data have in common is ahead of this one; nothing for a server that has its
     * data for itself. Asks the database, and so tells whether that can be reached.
     */
    Duration clockAheadOf(InstantSource clock);

    /** Who may sign in. */
    People people();

    /** Connections, as their developers register and change them. */
    Connections connections();

    /** Who may introspect any token. */
    ResourceServers resourceServers();

    /** Which connection acts for whom and where. */
    Installations installations();

    /** Who is in a workspace. */
    Directory directory();

    /** When secrets and tokens were last used. */
    Uses uses();

    /** Workspaces and pages, as admins change them. */
    WorkspaceChanges workspaceChanges();

    /** The authorization that a request is about: on the path of every token, looked at in at most one read. */
    Sighting sight(AuthorizationId id);

    /** A grant that a decision left, with what it names at that moment or later. */
    NamedGrant named(Grant grant);

    /** A connection by its client id. */
    Optional<Connection> connection(ClientId id);

    /** A person by id. */
    Optional<Person> person(PersonId id);

    /** A person by email. */
    Optional<Person> personByEmail(String email);

    /** All workspaces, in order. */
    List<Workspace> workspaces();

    /** The workspaces that this person is a member of, in order. */
    List<Workspace> workspacesOf(PersonId person);

    /** A workspace by id. */
    Optional<Workspace> workspace(WorkspaceId id);

    /** All that exists beside authorizations, as it stands. */
    World world();

    /** Fills an empty store; false, and nothing done, when it is not empty. */
    boolean fill(World world);

    /** Empties the store, authorizations included, and fills it: the emulator's reset. */
    void replace(World world);

    @Override
    void close();
}
