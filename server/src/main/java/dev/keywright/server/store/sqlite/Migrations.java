package dev.keywright.server.store.sqlite;

import dev.keywright.server.packaged.PackagedFile;
import dev.keywright.server.store.sql.NewerVersionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the tables of a database file up to date. Flyway does that where there is something to do, and takes a third of a
 * second to say that there is nothing: so a file that is not there is made from a copy of what Flyway makes of an empty one,
 * packed with the program, and a file that is up to date is known by one read.
 */
final class Migrations {
    /** The last one there is. */
    static final String NEWEST = "7";

    /** Made by {@link EmptyDatabase} when the program is built. */
    private static final String EMPTY_DATABASE = "empty.db";

    private static final String LAST_DONE =
            "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1";
    private static final String HAS_HISTORY = "SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'";

    private Migrations() {}

    /** What there is to do, in order, on the database of a JDBC URL. */
    static Flyway of(String url) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, "", "")
                .locations("classpath:dev/keywright/server/store/sqlite/migrations")
                .javaMigrations(new FoldTitles())
                .load();
    }

    /**
     * Does what there is to do. A database that is migrated is copied beside itself first; one that a newer Keywright wrote
     * is refused.
     */
    static void run(Database database) throws IOException, SQLException {
        // Beside a log that was left behind, a file is not new: SQLite finds out what the log is worth.
        if (Files.notExists(database.file()) && Files.notExists(database.logFile())) {
            copyEmpty(database.file());
            return;
        }
        Optional<MigrationVersion> last = lastDone(database);
        if (last.isPresent() && last.get().isNewerThan(NEWEST)) {
            throw new NewerVersionException(last.get().getVersion(), NEWEST);
        }
        if (last.isPresent() && !last.get().getVersion().equals(NEWEST)) {
            copyAside(database, last.get());
        }
        if (last.isEmpty() || !last.get().getVersion().equals(NEWEST)) {
            of(database.url()).migrate();
        }
    }

    /** The last version that the database has; empty when it has none. */
    private static Optional<MigrationVersion> lastDone(Database database) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            return hasHistory(statement) ? lastDone(statement) : Optional.empty();
        }
    }

    private static boolean hasHistory(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HAS_HISTORY)) {
            return row.next();
        }
    }

    private static Optional<MigrationVersion> lastDone(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(LAST_DONE)) {
            return row.next() ? Optional.of(MigrationVersion.fromVersion(row.getString(1))) : Optional.empty();
        }
    }

    /** As {@code keywright-version-5.db}, whole: what is in the log is in it too. */
    private static void copyAside(Database database, MigrationVersion version) throws IOException, SQLException {
        Path copy = database.file().resolveSibling("keywright-version-" + version + ".db");
        Path writing = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(writing);
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, writing.toString());
            statement.execute();
        }
        try (FileChannel channel = FileChannel.open(writing, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(writing, copy, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whole or not at all, whenever the machine stops: the name is given to what is on the disk already. */
    private static void copyEmpty(Path file) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                copy, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(PackagedFile.bytes(Migrations.class, EMPTY_DATABASE));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
