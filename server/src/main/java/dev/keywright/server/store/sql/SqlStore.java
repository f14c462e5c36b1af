package dev.keywright.server.store.sql;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.authorization.AuthorizationId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Connections;
import dev.keywright.server.store.ConsentTransactions;
import dev.keywright.server.store.Counts;
import dev.keywright.server.store.Credentials;
import dev.keywright.server.store.Directory;
import dev.keywright.server.store.Grant;
import dev.keywright.server.store.Installations;
import dev.keywright.server.store.Leases;
import dev.keywright.server.store.NamedGrant;
import dev.keywright.server.store.Pages;
import dev.keywright.server.store.People;
import dev.keywright.server.store.ResourceServers;
import dev.keywright.server.store.Sessions;
import dev.keywright.server.store.Sighting;
import dev.keywright.server.store.SignInFailures;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Uses;
import dev.keywright.server.store.WorkspaceChanges;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Workspace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The port over an engine's transactions. */
public final class SqlStore implements Store {
    private final Engine engine;
    private final Transactions transactions;
    private final Names names;
    private final NameRows named;
    private final SqlUses uses;

    /** The port; the engine is closed with it. */
    public SqlStore(Engine engine) {
        this.engine = engine;
        this.transactions = engine.transactions();
        this.names = engine.names();
        this.named = new NameRows(transactions);
        this.uses = new SqlUses(transactions);
    }

    @Override
    public Authorizations authorizations() {
        return engine.authorizations();
    }

    @Override
    public ConsentTransactions consentTransactions() {
        return new SqlConsentTransactions(transactions);
    }

    @Override
    public Pages pages() {
        return new SqlPages(transactions, names);
    }

    @Override
    public Sessions sessions() {
        return new SqlSessions(transactions);
    }

    @Override
    public Credentials credentials() {
        return new SqlCredentials(transactions);
    }

    @Override
    public SignInFailures signInFailures() {
        return new SqlSignInFailures(transactions);
    }

    @Override
    public Counts counts() {
        return engine.counts();
    }

    @Override
    public Leases leases() {
        return engine.leases();
    }

    @Override
    public Duration clockAheadOf(InstantSource clock) {
        return engine.clock().aheadOf(clock);
    }

    @Override
    public WorkspaceChanges workspaceChanges() {
        return new SqlWorkspaceChanges(transactions);
    }

    @Override
    public People people() {
        return new SqlPeople(transactions);
    }

    @Override
    public Connections connections() {
        return new SqlConnections(transactions, uses);
    }

    @Override
    public ResourceServers resourceServers() {
        return new SqlResourceServers(transactions, names, uses);
    }

    @Override
    public Installations installations() {
        return new SqlInstallations(transactions, uses);
    }

    @Override
    public Directory directory() {
        return new SqlDirectory(transactions);
    }

    @Override
    public Uses uses() {
        return uses;
    }

    @Override
    public Sighting sight(AuthorizationId id) {
        return new SqlSighting(engine.grants().sight(id), named);
    }

    @Override
    public NamedGrant named(Grant grant) {
        Names asSeen = engine.grants().sight(grant.authorization().id()).names();
        return named.named(new Grants.Seen(grant, asSeen));
    }

    @Override
    public Optional<Connection> connection(ClientId id) {
        return named.connection(names, id);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return named.person(names, id);
    }

    @Override
    public Optional<Person> personByEmail(String email) {
        return transactions.readAll(statements -> WorldRows.personByEmail(statements, email));
    }

    @Override
    public List<Workspace> workspaces() {
        return transactions.readAll(WorldRows::workspaces);
    }

    @Override
    public List<Workspace> workspacesOf(PersonId person) {
        return transactions.readAll(statements -> WorldRows.workspacesOf(statements, person));
    }

    @Override
    public Optional<Workspace> workspace(WorkspaceId id) {
        return named.workspace(names, id);
    }

    @Override
    public World world() {
        return transactions.readAll(WorldRows::read);
    }

    @Override
    public boolean fill(World world) {
        return transactions.write(transaction -> {
            boolean empty = WorldRows.isEmpty(transaction.statements());
            if (empty) {
                WorldRows.insert(transaction.statements(), world);
                transaction.changedEverything();
            }
            return empty;
        });
    }

    @Override
    public void replace(World world) {
        transactions.write(transaction -> {
            WorldRows.deleteAll(transaction.statements());
            WorldRows.insert(transaction.statements(), world);
            transaction.changedEverything();
            return true;
        });
        uses.clear();
    }

    @Override
    public void close() {
        try {
            engine.closing().close();
        } catch (Exception e) {
            throw new StoreUnavailableException("the store did not close cleanly: " + e.getMessage(), e);
        }
    }
}
