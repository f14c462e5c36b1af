package dev.keywright.server.store.sqlite;

import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.Person;
import dev.keywright.protocol.PersonId;
import dev.keywright.protocol.WorkspaceId;
import dev.keywright.server.connection.Connection;
import dev.keywright.server.store.Authorizations;
import dev.keywright.server.store.Connections;
import dev.keywright.server.store.ConsentTransactions;
import dev.keywright.server.store.Credentials;
import dev.keywright.server.store.Directory;
import dev.keywright.server.store.Installations;
import dev.keywright.server.store.Pages;
import dev.keywright.server.store.People;
import dev.keywright.server.store.ResourceServers;
import dev.keywright.server.store.Sessions;
import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.Uses;
import dev.keywright.server.store.WorkspaceChanges;
import dev.keywright.server.store.World;
import dev.keywright.server.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.flywaydb.core.api.FlywayException;

/** The port on one SQLite file in a folder that this process owns. */
public final class SqliteStore implements Store {
    private static final int READERS = 2;

    private final FolderLock lock;
    private final Writer writer;
    private final Syncer syncer;
    private final Readers readers;
    private final SqliteAuthorizations authorizations;
    private final SqlitePages pages;
    private final SqliteConsentTransactions consentTransactions;
    private final SqliteSessions sessions;
    private final SqlitePeople people;
    private final SqliteCredentials credentials;
    private final SqliteWorkspaceChanges workspaceChanges;
    private final SqliteUses uses;
    private final SqliteConnections connections;
    private final SqliteResourceServers resourceServers;
    private final SqliteInstallations installations;
    private final SqliteDirectory directory;
    private final NameCache names;

    private SqliteStore(
            FolderLock lock,
            Writer writer,
            Syncer syncer,
            Readers readers,
            RowCache rows,
            NameCache names,
            RandomGenerator random) {
        this.lock = lock;
        this.writer = writer;
        this.syncer = syncer;
        this.readers = readers;
        this.names = names;
        this.authorizations = new SqliteAuthorizations(writer, readers, rows, syncer, random);
        this.pages = new SqlitePages(readers, names);
        this.consentTransactions = new SqliteConsentTransactions(writer, readers);
        this.sessions = new SqliteSessions(writer, readers);
        this.people = new SqlitePeople(writer, readers);
        this.workspaceChanges = new SqliteWorkspaceChanges(writer);
        this.credentials = new SqliteCredentials(writer, readers);
        this.uses = new SqliteUses(writer);
        this.connections = new SqliteConnections(writer, readers, uses);
        this.resourceServers = new SqliteResourceServers(writer, readers, names, uses);
        this.installations = new SqliteInstallations(writer, readers, uses);
        this.directory = new SqliteDirectory(readers);
    }

    /** Opens connections; a test may count or fail what goes through them. */
    public interface ConnectionSource {
        /** A new connection to the store's database. */
        java.sql.Connection open() throws SQLException;
    }

    /** Opens what commits are synced to; a test may hold or fail it. */
    interface DiskSource {
        /** The disk under a database that is open. */
        Syncer.Disk open() throws IOException;
    }

    /**
     * Opens the store of a folder, which is made when it is not there, and brings its tables up to date.
     *
     * @param cacheMebibytes how much memory hot rows may take
     * @param random makes the ids of copied pages
     */
    public static SqliteStore open(Path folder, Durability durability, int cacheMebibytes, RandomGenerator random) {
        Database database = new Database(folder, durability);
        return open(folder, database, database::open, database::log, cacheMebibytes, random);
    }

    static SqliteStore open(
            Path folder,
            Database database,
            ConnectionSource source,
            DiskSource disk,
            int cacheMebibytes,
            RandomGenerator random) {
        FolderLock lock = own(folder);
        List<AutoCloseable> opened = new ArrayList<>(List.of(lock));
        try {
            Migrations.run(database);
            List<Statements> statements = new ArrayList<>();
            for (int i = 0; i < 1 + READERS; i++) {
                java.sql.Connection connection = source.open();
                opened.add(connection);
                statements.add(Statements.over(connection));
            }
            RowCache rows = new RowCache(cacheMebibytes);
            NameCache names = new NameCache();
            Syncer syncer = new Syncer(disk.open());
            Writer writer = new Writer(statements.removeFirst(), rows, names, syncer);
            return new SqliteStore(lock, writer, syncer, new Readers(statements, rows, syncer), rows, names, random);
        } catch (SQLException | FlywayException | IOException e) {
            StoreUnavailableException failure = new StoreUnavailableException(
                    "the database in " + folder + " cannot be opened: " + e.getMessage(), e);
            for (AutoCloseable one : opened.reversed()) {
                close(one, failure);
            }
            throw failure;
        }
    }

    private static void close(AutoCloseable opened, Exception failure) {
        try {
            opened.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    private static FolderLock own(Path folder) {
        try {
            Files.createDirectories(folder);
            return FolderLock.take(folder)
                    .orElseThrow(() -> new StoreUnavailableException("the data folder " + folder
                            + " is in use by another Keywright; stop that one, or name another folder with --data"));
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "the data folder " + folder + " cannot be written: " + e.getMessage()
                            + "; make it writable, or name another with --data",
                    e);
        }
    }

    @Override
    public Authorizations authorizations() {
        return authorizations;
    }

    @Override
    public ConsentTransactions consentTransactions() {
        return consentTransactions;
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public WorkspaceChanges workspaceChanges() {
        return workspaceChanges;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Connections connections() {
        return connections;
    }

    @Override
    public ResourceServers resourceServers() {
        return resourceServers;
    }

    @Override
    public Installations installations() {
        return installations;
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Uses uses() {
        return uses;
    }

    @Override
    public Optional<Connection> connection(ClientId id) {
        return cached(id, Connection.class, statements -> ConnectionRows.find(statements, id));
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return cached(id, Person.class, statements -> WorldRows.person(statements, id));
    }

    @Override
    public Optional<Person> personByEmail(String email) {
        return readers.readAll(statements -> WorldRows.personByEmail(statements, email));
    }

    @Override
    public List<Workspace> workspaces() {
        return readers.readAll(WorldRows::workspaces);
    }

    @Override
    public List<Workspace> workspacesOf(PersonId person) {
        return readers.readAll(statements -> WorldRows.workspacesOf(statements, person));
    }

    @Override
    public Optional<Workspace> workspace(WorkspaceId id) {
        return cached(id, Workspace.class, statements -> WorldRows.workspace(statements, id));
    }

    private <T> Optional<T> cached(Object id, Class<T> type, Readers.Operation<Optional<T>> read) {
        return names.find(id, type, () -> readers.readAll(read));
    }

    @Override
    public World world() {
        return readers.readAll(WorldRows::read);
    }

    @Override
    public boolean fill(World world) {
        return writer.write(group -> {
            boolean empty = WorldRows.isEmpty(group.statements());
            if (empty) {
                WorldRows.insert(group.statements(), world);
                group.changedEverything();
            }
            return empty;
        });
    }

    @Override
    public void replace(World world) {
        writer.write(group -> {
            WorldRows.deleteAll(group.statements());
            WorldRows.insert(group.statements(), world);
            group.changedEverything();
            return true;
        });
        uses.clear();
    }

    @Override
    public void close() {
        try (lock;
                syncer;
                writer;
                readers) {
            // In the order of readers, writer, syncer, lock: nobody may have the folder while it is still written to.
        } catch (SQLException | IOException e) {
            throw new StoreUnavailableException("the store did not close cleanly: " + e.getMessage(), e);
        }
    }
}
