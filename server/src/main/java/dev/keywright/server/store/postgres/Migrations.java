package dev.keywright.server.store.postgres;

import dev.keywright.server.store.sql.NewerVersionException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the tables of a database up to date; of several nodes that start at once one does it while the others wait. */
final class Migrations {
    /** The last one there is. */
    static final String NEWEST = "2";

    private static final String UNDEFINED_TABLE = "42P01";
    /** Flyway's own locks, which it has in this table for some engines, have ranks below zero. */
    private static final String LAST_DONE = "SELECT version FROM flyway_schema_history"
            + " WHERE success AND installed_rank > 0 ORDER BY installed_rank DESC LIMIT 1";

    /** Servers of which version, and of later ones, can work on the tables as they are. */
    private static final String OLDEST = "SELECT oldest_version FROM compatibility";

    /** Raised whenever a name changes; without it no server would hear of changes that others made. */
    private static final String REVISION = "SELECT revision FROM name_revision";

    private Migrations() {}

    /** What there is to do, in order. */
    static Flyway of(DataSource database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:dev/keywright/server/store/postgres/migrations")
                .load();
    }

    /**
     * Does what there is to do. Flyway takes a third of a second to say that there is nothing, and one read tells as well.
     * Tables of a newer release are taken as they are when that release says that it can be: so two releases run side by
     * side while one takes the other's place.
     *
     * @param connection to read by
     * @param database opens further ones when there is something to do
     */
    static void run(Connection connection, DataSource database) throws SQLException {
        Optional<MigrationVersion> last = read(connection, LAST_DONE).map(MigrationVersion::fromVersion);
        if (last.isPresent() && last.get().isNewerThan(NEWEST)) {
            String oldest = read(connection, OLDEST).orElse("");
            if (!oldest.isEmpty() && MigrationVersion.fromVersion(oldest).isNewerThan(NEWEST)) {
                throw new NewerVersionException(last.get().getVersion(), NEWEST);
            }
        } else if (last.isEmpty() || !last.get().getVersion().equals(NEWEST)) {
            of(database).migrate();
        }
        if (read(connection, REVISION).isEmpty()) {
            throw new SQLException("its table name_revision is empty, so that servers would not hear of each other's"
                    + " changes; stop all servers and run INSERT INTO name_revision VALUES (1)");
        }
    }

    private static Optional<String> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
