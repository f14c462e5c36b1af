package dev.keywright.server.store.sqlite;

import dev.keywright.server.packaged.PackagedFile;
import dev.keywright.server.store.sql.NewerVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
    static final String NEWEST = "8";

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
        if (!database.isThere()) {
            copyEmpty(database.file());
            return;
        }
        Optional<MigrationVersion> last;
        try (Connection connection = database.open()) {
            last = version(connection);
            if (last.isPresent() && !last.get().getVersion().equals(NEWEST)) {
                copyAside(connection, database.file(), last.get());
            }
        }
        if (last.isEmpty() || !last.get().getVersion().equals(NEWEST)) {
            of(database.url()).migrate();
        }
    }

    /** The last version that a database has; empty when it has none. Refuses one that a newer Keywright wrote. */
    static Optional<MigrationVersion> version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Optional<MigrationVersion> last = hasHistory(statement) ? lastDone(statement) : Optional.empty();
            if (last.isPresent() && last.get().isNewerThan(NEWEST)) {
                throw new NewerVersionException(last.get().getVersion(), NEWEST);
            }
            return last;
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

    /** As {@code keywright-version-5.db}, in place of one that is there: it was copied before a migration that failed. */
    private static void copyAside(Connection connection, Path file, MigrationVersion version)
            throws IOException, SQLException {
        Path aside = file.resolveSibling("keywright-version-" + version + ".db");
        Files.deleteIfExists(aside);
        try (FreshFile copy = FreshFile.inOwnFolder(aside)) {
            Backup.copy(connection, copy.writing());
            copy.nameForGood();
        }
    }

    private static void copyEmpty(Path file) throws IOException {
        try (FreshFile copy = FreshFile.inOwnFolder(file)) {
            Files.write(copy.writing(), PackagedFile.bytes(Migrations.class, EMPTY_DATABASE));
            copy.name();
        }
    }
}
