package dev.keywright.server.store.sqlite;

import dev.keywright.server.store.Store;
import dev.keywright.server.store.StoreUnavailableException;
import dev.keywright.server.store.sql.Engine;
import dev.keywright.server.store.sql.SqlAuthorizations;
import dev.keywright.server.store.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.flywaydb.core.api.FlywayException;

/** The port on one SQLite file in a folder that this process owns. */
public final class SqliteStore {
    private static final int READERS = 2;

    private SqliteStore() {}

    /** Opens connections; a test may count or fail what goes through them. */
    public interface ConnectionSource {
        /** A new connection to the store's database. */
        Connection open() throws SQLException;
    }

    /** Opens what the database is synced to; a test may hold or fail it. */
    interface DiskSource {
        /** The disk under one file of a database that is open. */
        Disk open(Path file) throws IOException;
    }

    /**
     * Opens the store of a folder, which is made when it is not there, and brings its tables up to date.
     *
     * @param cacheMebibytes how much memory hot rows may take
     * @param random makes the ids of copied pages
     */
    public static Store open(Path folder, Durability durability, int cacheMebibytes, RandomGenerator random) {
        Database database = new Database(folder, durability);
        return open(folder, database, database::open, database::disk, cacheMebibytes, random);
    }

    static Store open(
            Path folder,
            Database database,
            ConnectionSource source,
            DiskSource disks,
            int cacheMebibytes,
            RandomGenerator random) {
        FolderLock lock = FolderLock.own(folder);
        List<AutoCloseable> opened = new ArrayList<>(List.of(lock));
        try {
            Migrations.run(database);
            Disk tables = disks.open(database.file());
            opened.add(tables);
            List<SqliteConnection> connections = new ArrayList<>();
            for (int i = 0; i < 1 + READERS; i++) {
                Connection connection = source.open();
                opened.add(connection);
                connections.add(SqliteConnection.over(connection));
            }
            RowCache rows = new RowCache(cacheMebibytes);
            NameCache names = new NameCache();
            Syncer syncer = new Syncer(disks.open(database.logFile()));
            Writer writer =
                    new Writer(connections.removeFirst(), rows, names, syncer, new Checkpoints(source, tables, syncer));
            Readers readers = new Readers(connections, rows, syncer);
            SqliteTransactions transactions = new SqliteTransactions(writer, readers);
            SqliteAuthorizations authorizations =
                    new SqliteAuthorizations(new SqlAuthorizations(transactions, random), readers, rows, syncer);
            return new SqlStore(new Engine(
                    transactions,
                    names,
                    authorizations,
                    new SqliteGrants(authorizations, names),
                    new MinuteCounts(),
                    (work, length) -> true,
                    clock -> answers(transactions),
                    () -> close(lock, tables, syncer, writer, readers)));
        } catch (SQLException | FlywayException | IOException e) {
            StoreUnavailableException failure = new StoreUnavailableException(
                    "the database in " + folder + " cannot be opened: " + e.getMessage(), e);
            for (AutoCloseable one : opened.reversed()) {
                close(one, failure);
            }
            throw failure;
        }
    }

    /** There is no other clock; but whoever asks wants to know that the database can be read. */
    private static Duration answers(SqliteTransactions transactions) {
        return transactions.read(statements -> {
            statements.of("SELECT 1").executeQuery().close();
            return Duration.ZERO;
        });
    }

    @SuppressWarnings("try") // They are named to be closed.
    private static void close(FolderLock lock, Disk tables, Syncer syncer, Writer writer, Readers readers)
            throws SQLException, IOException {
        try (lock;
                tables;
                syncer;
                writer;
                readers) {
            // From the last to the first: nobody may have the folder while it is still written to.
        }
    }

    private static void close(AutoCloseable opened, Exception failure) {
        try {
            opened.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }
}
